import { invalidQuery } from '../kql-error.ts';
import { convert } from '../values/convert.ts';
import type { Cells } from '../values/type.ts';
import { type Compiled, compiled } from './compiled.ts';

/** `and`, `or` over any number of operands, with null for what is not known. */
export function logic(at: number, all: boolean, parts: readonly Compiled[]): Compiled {
  const word = all ? 'and' : 'or';
  const readers = parts.map(part => boolReader(at, word, part));
  const decisive = !all;
  return compiled('bool', parts, cells => {
    let result: boolean | null = all;
    for (const read of readers) {
      const value = read(cells);
      if (value === decisive) return decisive;
      if (value === null) result = null;
    }
    return result;
  });
}

function boolReader(at: number, word: string, part: Compiled): (cells: Cells) => unknown {
  if (part.type === 'bool') return part.evaluate;
  if (part.type === 'dynamic') return cells => convert('bool', 'dynamic', part.evaluate(cells));
  throw invalidQuery(at, word, `The operator '${word}' is not defined for the operand type ${part.type}.`);
}
