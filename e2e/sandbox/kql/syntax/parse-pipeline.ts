import { notInResourceGraph } from '../kql-error.ts';
import type { Operator, Pipeline, Source } from './ast.ts';
import { operatorAhead, parseOperator } from './parse-operator.ts';
import { parseUnion } from './parse-union.ts';
import type { TokenCursor } from './token-cursor.ts';

/** More operators in one pipeline than any real query has, and few enough for the stack. */
const longestPipeline = 500;

/**
 * Reads a table and the operators after it. A query that begins with an operator reads `Resources`, the default
 * table (Microsoft's article on Resource Graph's query language).
 */
export function parsePipeline(cursor: TokenCursor): Pipeline {
  return cursor.nested(() => {
    const first = operatorAhead(cursor);
    if (first !== null && first.text !== 'union') {
      const source: Source = { kind: 'table', at: first.start, name: 'Resources' };
      return { source, operators: [parseOperator(cursor, parsePipeline), ...parseOperators(cursor)] };
    }
    const source = parseSource(cursor);
    return { source, operators: parseOperators(cursor) };
  });
}

function parseOperators(cursor: TokenCursor): Operator[] {
  const operators: Operator[] = [];
  while (cursor.takes('|')) {
    if (operators.length === longestPipeline) throw cursor.failure();
    operators.push(parseOperator(cursor, parsePipeline));
  }
  return operators;
}

function parseSource(cursor: TokenCursor): Source {
  const at = cursor.peek().start;
  if (cursor.takes('union')) return { kind: 'union', at, ...parseUnion(cursor, parsePipeline) };
  if (cursor.takes('(')) {
    const pipeline = parsePipeline(cursor);
    cursor.expect(')');
    return { kind: 'nested', at, pipeline };
  }
  const name = cursor.name();
  if (/^(?:print|datatable|externaldata|range|find|search)$/.test(name.text))
    throw notInResourceGraph(name.text);
  return { kind: 'table', at: name.at, name: name.text };
}
