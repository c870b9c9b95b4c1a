import type { Spread } from './figures.ts';
import type { Result } from './measure-fleet.ts';

const heads = [
  'services',
  'latency',
  'CPU',
  'limit: address / all, ms',
  'first: address / all (x limit)',
  'returning: address (x limit)',
  'key p50 / p95, ms',
  'frames on time',
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
    `${(one.framesOnTime * 100).toFixed(0)} %`,
    one.opening.toFixed(0),
    `${first.heap.toFixed(0)} (${(first.heap - limit.heap).toFixed(0)})`,
    `${first.nodes}`,
    `${first.requests.median}`,
    first.kilobytes.median.toFixed(0),
  ]);
  return [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

function ms({ median, least, most }: Spread): string {
  return `${median.toFixed(0)} [${least.toFixed(0)}–${most.toFixed(0)}]`;
}

function ratio(one: Spread, other: Spread): string {
  return (one.median / other.median).toFixed(2);
}
