import type { Let, Query } from './ast.ts';
import { parseExpression } from './parse-expression.ts';
import { parsePipeline } from './parse-pipeline.ts';
import { TokenCursor } from './token-cursor.ts';

/** Reads a whole query: `let` statements, then one pipeline. Throws a KqlError where the text is no query. */
export function parseQuery(text: string): Query {
  const cursor = new TokenCursor(text);
  const lets: Let[] = [];
  const tables = new Set<string>();
  while (cursor.sees('let')) {
    const statement = parseLet(cursor, tables);
    if (statement.value.kind === 'table') tables.add(statement.name);
    lets.push(statement);
    cursor.expect(';');
  }
  const pipeline = parsePipeline(cursor);
  cursor.takes(';');
  if (cursor.peek().kind !== 'end') throw cursor.failure();
  return { lets, pipeline };
}

/** A `let` is a table if its value begins as one: a known table's name, an earlier one, or a bracket before it. */
function parseLet(cursor: TokenCursor, tables: ReadonlySet<string>): Let {
  cursor.expect('let');
  const { at, text: name } = cursor.name();
  cursor.expect('=');
  let ahead = 0;
  while (cursor.peek(ahead).text === '(') ahead += 1;
  const first = cursor.peek(ahead);
  const follower = cursor.peek(ahead + 1).text;
  const isTable =
    tables.has(first.text) ||
    first.text === 'union' ||
    (first.kind === 'name' && follower === '|') ||
    /^resource(?:s|containers|changes|containerchanges)$/i.test(first.text);
  const value = isTable
    ? { kind: 'table' as const, pipeline: parsePipeline(cursor) }
    : { kind: 'scalar' as const, expression: parseExpression(cursor) };
  return { name, at, value };
}
