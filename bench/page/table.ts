import type { Spread } from './figures.ts';
import type { Tasks } from './long-tasks.ts';
import type { FleetResult, Result } from './measure-fleet.ts';

const heads = [
  'services',
  'latency',
  'CPU',
  'limit: address / all, ms',
  'first: address / all (x limit)',
  'returning: address (x limit)',
  'key p50 / p95, ms',
  'frames on time (limit)',
  'longest task, ms: first / returning / typing',
  'open, ms',
  'heap, MB (over limit)',
  'nodes',
  'requests',
  'kB',
];

/** The results as a Markdown table; ratios are to the limit page of the same run. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ limit, first, returning, ...one }) => [
    `${one.services}`,
    `${one.latency} ms`,
    `${one.slowdown}x`,
    `${ms(limit.address)} / ${ms(limit.all)}`,
    `${ms(first.address)} / ${ms(first.all)} (${ratio(first.address, limit.address)} / ${ratio(first.all, limit.all)})`,
    `${ms(returning.address)} (${ratio(returning.address, limit.address)})`,
    `${one.typing.p50} / ${one.typing.p95}`,
    `${percent(one.framesOnTime)} (${percent(one.limitFramesOnTime)})`,
    [one.tasks.first, one.tasks.returning, one.tasks.typing].map(longest).join(' / '),
    one.opening.toFixed(0),
    `${first.heap.toFixed(0)} (${(first.heap - limit.heap).toFixed(0)})`,
    `${first.nodes}`,
    `${first.requests.median}`,
    first.kilobytes.median.toFixed(0),
  ]);
  return markdown(heads, rows);
}

const refreshHeads = [
  'services',
  'refreshes',
  'heap before, MB',
  'after as many without a change',
  'after as many with 1 % changed',
  'longest task, ms',
];

/** What many refreshes of each fleet came to, as a Markdown table. */
export function refreshTable(fleets: readonly FleetResult[]): string {
  const rows = fleets.map(({ results, refreshes }) => [
    `${results[0]?.services ?? ''}`,
    `${refreshes.count}`,
    refreshes.heapBefore.toFixed(1),
    refreshes.heapSame.toFixed(1),
    refreshes.heapAfter.toFixed(1),
    longest(refreshes.tasks),
  ]);
  return markdown(refreshHeads, rows);
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function longest({ longest: task, over50 }: Tasks): string {
  return over50 === 0 ? task.toFixed(0) : `${task.toFixed(0)} (${over50} over 50)`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function ms({ median, least, most }: Spread): string {
  return `${median.toFixed(0)} [${least.toFixed(0)}–${most.toFixed(0)}]`;
}

function ratio(one: Spread, other: Spread): string {
  return (one.median / other.median).toFixed(2);
}
