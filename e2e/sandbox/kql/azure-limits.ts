import { notInResourceGraph } from './kql-error.ts';
import type { Operator, Pipeline, Query } from './syntax/ast.ts';

/**
 * What Resource Graph leaves out of KQL, from Microsoft's article "Understanding the Azure Resource Graph query
 * language": of the joins it allows four flavors, and three joins, three expansions and three union legs in a query;
 * a union takes a single table; RowLimit is 400 at most. `let` is not supported (Microsoft's answer in
 * MicrosoftDocs/azure-docs issue 104044). The article's list of operators lacks `project-rename`, but queries that
 * Microsoft publishes for Resource Graph use it (Azure/Azure-Proactive-Resiliency-Library-v2), so it is allowed.
 */
const limits = { joins: 3, expansions: 3, unionLegs: 3, rowLimit: 400 };

const joinFlavors = new Set(['innerunique', 'inner', 'leftouter', 'fullouter']);

/** Throws the KqlError that Resource Graph would answer to KQL that only other services run. */
export function refuseBeyondResourceGraph(query: Query): void {
  if (query.lets.length > 0) throw notInResourceGraph('let');
  if (pipelinesOf(query.pipeline).some(({ source }) => source.kind === 'union'))
    throw notInResourceGraph('union');
  const operators = operatorsOf(query.pipeline);
  for (const operator of operators) refuseOperator(operator);
  const count = (kind: Operator['kind']) => operators.filter(operator => operator.kind === kind).length;
  if (count('join') > limits.joins) throw notInResourceGraph('join');
  if (count('mv-expand') > limits.expansions) throw notInResourceGraph('mv-expand');
  if (count('union') > limits.unionLegs) throw notInResourceGraph('union');
}

/** Whether the query says `take` or `limit` anywhere: its answer is not paged then (article: pagination). */
export function takesRows(query: Query): boolean {
  const tables = query.lets.flatMap(({ value }) => (value.kind === 'table' ? [value.pipeline] : []));
  return [query.pipeline, ...tables].flatMap(operatorsOf).some(({ kind }) => kind === 'take');
}

function refuseOperator(operator: Operator): void {
  if (operator.kind === 'join' && !joinFlavors.has(operator.flavor))
    throw notInResourceGraph(operator.flavor);
  if (operator.kind === 'union' && operator.legs.length > 1) throw notInResourceGraph('union');
  if (operator.kind !== 'mv-expand' || operator.limit === null) return;
  const { limit } = operator;
  if (limit.kind === 'literal' && typeof limit.value === 'number' && limit.value > limits.rowLimit) {
    throw notInResourceGraph('limit');
  }
}

function operatorsOf(pipeline: Pipeline): readonly Operator[] {
  return pipelinesOf(pipeline).flatMap(({ operators }) => operators);
}

/** A pipeline and every pipeline in it. */
function pipelinesOf(pipeline: Pipeline): readonly Pipeline[] {
  const { source, operators } = pipeline;
  const before = source.kind === 'nested' ? [source.pipeline] : source.kind === 'union' ? source.legs : [];
  const inside = operators.flatMap(operator => {
    if (operator.kind === 'join') return [operator.right];
    return operator.kind === 'union' ? operator.legs : [];
  });
  return [pipeline, ...[...before, ...inside].flatMap(pipelinesOf)];
}
