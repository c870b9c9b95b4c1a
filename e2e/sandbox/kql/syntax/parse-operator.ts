import { notInResourceGraph } from '../kql-error.ts';
import type { JoinKey, Operator, Place, SortKey } from './ast.ts';
import { parseExpression, parseNamed, parseTypeof } from './parse-expression.ts';
import { type PipelineRule, parseLeg, parseUnion } from './parse-union.ts';
import type { Token } from './token.ts';
import type { TokenCursor } from './token-cursor.ts';

type Rule = (cursor: TokenCursor, at: number, pipelineRule: PipelineRule) => Operator;

const rules: Readonly<Record<string, Rule>> = {
  where: (cursor, at) => ({ kind: 'where', at, predicate: parseExpression(cursor) }),
  filter: (cursor, at) => ({ kind: 'where', at, predicate: parseExpression(cursor) }),
  project: (cursor, at) => ({ kind: 'project', at, items: cursor.list(() => parseNamed(cursor)) }),
  extend: (cursor, at) => ({ kind: 'extend', at, items: cursor.list(() => parseNamed(cursor)) }),
  'project-away': (cursor, at) => ({
    kind: 'project-away',
    at,
    patterns: cursor.list(() => parsePattern(cursor)),
  }),
  'project-rename': (cursor, at) => ({
    kind: 'project-rename',
    at,
    renames: cursor.list(() => parseRename(cursor)),
  }),
  distinct: (cursor, at) => ({
    kind: 'distinct',
    at,
    items: cursor.takes('*') ? 'all' : cursor.list(() => parseNamed(cursor)),
  }),
  order: parseSort,
  sort: parseSort,
  top: parseTop,
  take: (cursor, at) => ({ kind: 'take', at, count: parseExpression(cursor) }),
  limit: (cursor, at) => ({ kind: 'take', at, count: parseExpression(cursor) }),
  count: (_, at) => ({ kind: 'count', at }),
  summarize: parseSummarize,
  join: parseJoin,
  union: (cursor, at, pipelineRule) => ({ kind: 'union', at, ...parseUnion(cursor, pipelineRule) }),
  'mv-expand': parseExpand,
  mvexpand: parseExpand,
};

/** KQL's other tabular operators: known by name, so that they are refused as Resource Graph refuses them. */
const others = new Set(
  (
    'as assert-schema consume evaluate facet find fork getschema graph-match graph-merge graph-to-table ' +
    'invoke lookup macro-expand make-graph make-series mv-apply parse parse-kv parse-where partition ' +
    'project-by-names project-keep project-reorder project-smart range reduce render sample ' +
    'sample-distinct scan search serialize top-hitters top-nested'
  ).split(' '),
);

/** The word of an operator that begins at the cursor, null where none does. */
export function operatorAhead(cursor: TokenCursor): Token | null {
  const word = cursor.hyphenated();
  return word !== null && (Object.hasOwn(rules, word.text) || others.has(word.text)) ? word : null;
}

/** Reads one operator with all that belongs to it. */
export function parseOperator(cursor: TokenCursor, pipelineRule: PipelineRule): Operator {
  const word = operatorAhead(cursor);
  if (word === null) throw cursor.failure();
  if (others.has(word.text)) throw notInResourceGraph(word.text);
  while (cursor.peek().start < word.end) cursor.next();
  const rule = rules[word.text];
  if (rule === undefined) throw cursor.failure();
  return rule(cursor, word.start, pipelineRule);
}

/** A column's name, in which `*` stands for any text. */
function parsePattern(cursor: TokenCursor): Place {
  const first = cursor.peek();
  const bracketed = cursor.bracketedName();
  if (bracketed !== null) return bracketed;
  let text = '';
  for (let end = first.start; cursor.peek().start === end; ) {
    if (cursor.peek().kind !== 'name' && !cursor.sees('*')) break;
    const token = cursor.next();
    text += token.text;
    end = token.end;
  }
  if (text === '') throw cursor.failure();
  return { at: first.start, text };
}

function parseRename(cursor: TokenCursor) {
  const to = cursor.name();
  cursor.expect('=');
  return { at: to.at, to: to.text, from: cursor.name() };
}

function parseSort(cursor: TokenCursor, at: number): Operator {
  cursor.expect('by');
  return { kind: 'sort', at, keys: cursor.list(() => parseSortKey(cursor)) };
}

/** Descending is the default; nulls come first ascending and last descending. */
function parseSortKey(cursor: TokenCursor): SortKey {
  const { expression } = parseNamed(cursor);
  const ascending = cursor.takes('asc');
  if (!ascending) cursor.takes('desc');
  if (!cursor.takes('nulls')) return { expression, ascending, nullsFirst: ascending };
  const nullsFirst = cursor.takes('first');
  if (!nullsFirst) cursor.expect('last');
  return { expression, ascending, nullsFirst };
}

function parseTop(cursor: TokenCursor, at: number): Operator {
  const count = parseExpression(cursor);
  cursor.expect('by');
  return { kind: 'top', at, count, key: parseSortKey(cursor) };
}

function parseSummarize(cursor: TokenCursor, at: number): Operator {
  const items = cursor.sees('by') ? [] : cursor.list(() => parseNamed(cursor));
  const by = cursor.takes('by') ? cursor.list(() => parseNamed(cursor)) : [];
  return { kind: 'summarize', at, items, by };
}

function parseJoin(cursor: TokenCursor, at: number, pipelineRule: PipelineRule): Operator {
  // Resource Graph's article: custom join strategies are not allowed.
  if (cursor.sees('hint')) throw notInResourceGraph('hint');
  let flavor = 'innerunique';
  if (cursor.takes('kind')) {
    cursor.expect('=');
    flavor = cursor.name().text;
  }
  const right = parseLeg(cursor, pipelineRule);
  cursor.expect('on');
  const keys = cursor.list(() => parseJoinKeys(cursor)).flat();
  return { kind: 'join', at, flavor, right, keys };
}

function parseJoinKeys(cursor: TokenCursor): JoinKey[] {
  const keys = [parseJoinKey(cursor)];
  while (cursor.takes('and')) keys.push(parseJoinKey(cursor));
  return keys;
}

/** `column`, or `$left.column == $right.column`. */
function parseJoinKey(cursor: TokenCursor): JoinKey {
  if (!cursor.sees('$left')) {
    const { at, text } = cursor.name();
    return { at, left: text, right: text };
  }
  const at = cursor.next().start;
  cursor.expect('.');
  const left = cursor.name().text;
  cursor.expect('==');
  cursor.expect('$right');
  cursor.expect('.');
  return { at, left, right: cursor.name().text };
}

function parseExpand(cursor: TokenCursor, at: number): Operator {
  let bagsAsArrays = false;
  let indexName: string | null = null;
  while (cursor.peek(1).text === '=' && /^(?:kind|bagexpansion|with_itemindex)$/.test(cursor.peek().text)) {
    const option = cursor.next().text;
    cursor.expect('=');
    const { at: place, text } = cursor.name();
    if (option === 'with_itemindex') indexName = text;
    else if (text === 'array' || text === 'bag') bagsAsArrays = text === 'array';
    else throw notInResourceGraph(cursor.text.slice(place, place + text.length));
  }
  const items = cursor.list(() => {
    const item = parseNamed(cursor);
    return { ...item, to: cursor.takes('to') ? parseTypeof(cursor) : null };
  });
  const limit = cursor.takes('limit') ? parseExpression(cursor) : null;
  return { kind: 'mv-expand', at, bagsAsArrays, indexName, items, limit };
}
