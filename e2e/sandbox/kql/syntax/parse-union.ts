import { notInResourceGraph } from '../kql-error.ts';
import type { Pipeline, Union } from './ast.ts';
import type { TokenCursor } from './token-cursor.ts';

/** Reads a pipeline. Handed down as a value, because pipelines contain operators and operators pipelines. */
export type PipelineRule = (cursor: TokenCursor) => Pipeline;

/** What follows the word `union`: options, then tables or pipelines in brackets. */
export function parseUnion(cursor: TokenCursor, pipelineRule: PipelineRule): Union {
  let inner = false;
  let sourceName: string | null = null;
  while (cursor.peek(1).text === '=' && cursor.peek().kind === 'name') {
    const option = cursor.next().text;
    cursor.expect('=');
    const { text } = cursor.name();
    if (option === 'kind' && (text === 'inner' || text === 'outer')) inner = text === 'inner';
    else if (option === 'withsource') sourceName = text;
    else throw notInResourceGraph(option);
  }
  return { inner, sourceName, legs: cursor.list(() => parseLeg(cursor, pipelineRule)) };
}

/** A table's name, or a pipeline in brackets: one side of a join or union. */
export function parseLeg(cursor: TokenCursor, pipelineRule: PipelineRule): Pipeline {
  const at = cursor.peek().start;
  if (!cursor.takes('(')) {
    return { source: { kind: 'table', at, name: cursor.name().text }, operators: [] };
  }
  const pipeline = pipelineRule(cursor);
  cursor.expect(')');
  return pipeline;
}
