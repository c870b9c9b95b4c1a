import { textReader } from '../expressions/compiled.ts';
import { regexOf } from '../expressions/regex.ts';
import { convert } from '../values/convert.ts';
import { textOf } from '../values/text.ts';
import type { Cells } from '../values/type.ts';
import { argument, type Call, type ScalarFunction, wholeOr } from './scalar-function.ts';

function text(call: Call, place: number): (cells: Cells) => string {
  return textReader(argument(call, place));
}

function changed(change: (value: string) => string): ScalarFunction {
  return {
    parameters: ['any'],
    type: 'string',
    build: call => {
      const read = text(call, 0);
      return cells => change(read(cells));
    },
  };
}

const strcat: ScalarFunction = {
  parameters: ['any'],
  repeated: 1,
  type: 'string',
  build: call => {
    const readers = call.args.map(textReader);
    return cells => readers.map(read => read(cells)).join('');
  },
};

const strlen: ScalarFunction = {
  parameters: ['text'],
  naming: { prefix: 'strlen' },
  type: 'long',
  build: call => {
    const read = text(call, 0);
    return cells => [...read(cells)].length;
  },
};

/** A negative start counts from the end. */
const substring: ScalarFunction = {
  parameters: ['any', 'whole', 'whole'],
  optional: 1,
  type: 'string',
  build: call => {
    const [read, start, length] = [
      text(call, 0),
      wholeOr(call, 1, 0),
      wholeOr(call, 2, Number.POSITIVE_INFINITY),
    ];
    return cells => {
      const value = read(cells);
      const from = start(cells) < 0 ? Math.max(0, value.length + start(cells)) : start(cells);
      return value.slice(from, from + Math.max(0, length(cells)));
    };
  },
};

/** With an index: an array of that one part, empty where there is none. */
const split: ScalarFunction = {
  parameters: ['any', 'text', 'whole'],
  optional: 1,
  naming: 'argument',
  type: 'dynamic',
  build: call => {
    const [read, mark] = [text(call, 0), text(call, 1)];
    const index = call.args.length === 3 ? wholeOr(call, 2, 0) : null;
    return cells => {
      const parts = mark(cells) === '' ? [read(cells)] : read(cells).split(mark(cells));
      return index === null ? parts : parts.slice(index(cells)).slice(0, 1);
    };
  },
};

const replaceString: ScalarFunction = {
  parameters: ['text', 'text', 'text'],
  type: 'string',
  build: call => {
    const [read, from, to] = [text(call, 0), text(call, 1), text(call, 2)];
    return cells => (from(cells) === '' ? read(cells) : read(cells).split(from(cells)).join(to(cells)));
  },
};

/** The captured text, empty or null where nothing matches; as a fourth argument, the type to convert it to. */
const extract: ScalarFunction = {
  parameters: ['pattern', 'whole', 'text', 'typeof'],
  optional: 1,
  type: call => call.args[3]?.typeLiteral ?? 'string',
  build: call => {
    const pattern = regexOf(call.at, text(call, 0)([]));
    const [group, read, type] = [wholeOr(call, 1, 0), text(call, 2), call.args[3]?.typeLiteral ?? 'string'];
    return cells => convert(type, 'string', pattern.exec(read(cells))?.[group(cells)] ?? '');
  },
};

const trim: ScalarFunction = {
  parameters: ['pattern', 'text'],
  type: 'string',
  build: call => {
    const source = text(call, 0)([]);
    const [first, last] = [regexOf(call.at, `^(?:${source})+`), regexOf(call.at, `(?:${source})+$`)];
    const read = text(call, 1);
    return cells => read(cells).replace(first, '').replace(last, '');
  },
};

/** Plain matches may overlap, those of a regular expression do not. */
const countof: ScalarFunction = {
  parameters: ['text', 'text', 'pattern'],
  optional: 1,
  type: 'long',
  build: call => {
    const [read, search] = [text(call, 0), text(call, 1)];
    const kind = call.args.length === 3 ? text(call, 2)([]) : 'normal';
    if (kind !== 'normal' && kind !== 'regex')
      throw call.fail('The expression must be one of: normal, regex.');
    if (kind === 'normal') return cells => occurrences(read(cells), search(cells));
    if (!argument(call, 1).constant) throw call.fail('The regular expression must be a constant.');
    const pattern = regexOf(call.at, search([]), 'g');
    return cells => [...read(cells).matchAll(pattern)].length;
  },
};

function occurrences(value: string, part: string): number {
  if (part === '') return 0;
  let count = 0;
  for (let at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + 1)) count += 1;
  return count;
}

const strcatArray: ScalarFunction = {
  parameters: ['dynamic', 'any'],
  type: 'string',
  build: call => {
    const [array, mark] = [argument(call, 0), text(call, 1)];
    return cells => {
      const parts: unknown = array.evaluate(cells);
      return Array.isArray(parts) ? parts.map(part => textOf('dynamic', part)).join(mark(cells)) : '';
    };
  },
};

export const texts: Readonly<Record<string, ScalarFunction>> = {
  tolower: changed(value => value.toLowerCase()),
  toupper: changed(value => value.toUpperCase()),
  strcat,
  strlen,
  substring,
  split,
  replace_string: replaceString,
  extract,
  trim,
  countof,
  strcat_array: strcatArray,
};
