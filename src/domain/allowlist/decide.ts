import { groupBy } from '../group-by.ts';
import { type Family, families, type IpRange } from '../ranges/ip-range.ts';
import { noAddresses, type RangeSet, rangeSet, union } from '../ranges/range-set.ts';

export type RuleRange = {
  readonly range: IpRange;
  readonly action: 'allow' | 'deny';
  readonly scope: string;
  /** Lowest decides; of two equal ones the refusal. */
  readonly order: number;
};

/** The addresses that a list lets through: in each scope the rule with the lowest order decides, and one scope is enough. */
export function allowedSet(rules: readonly RuleRange[]): RangeSet {
  let allowed = noAddresses;
  for (const [, scope] of groupBy(rules, rule => rule.scope)) {
    const set = scope.some(({ action }) => action === 'deny')
      ? rangeSet(families.flatMap(family => sweep(family, scope)))
      : rangeSet(scope.map(({ range }) => range));
    allowed = union(allowed, set);
  }
  return allowed;
}

/**
 * Goes through the places at which another rule may begin to decide, in order, with the rules that hold there in a heap.
 */
function sweep(family: Family, rules: readonly RuleRange[]): readonly IpRange[] {
  const own = rules.filter(({ range }) => range.family === family);
  const begins = [...own].sort((a, b) => compare(a.range.start, b.range.start));
  const points = [...new Set(own.flatMap(({ range }) => [range.start, range.end + 1n]))].sort(compare);
  const heap = new Heap();
  const found: IpRange[] = [];
  let next = 0;
  for (const [at, start] of points.entries()) {
    for (let rule = begins[next]; rule && rule.range.start <= start; rule = begins[++next]) heap.push(rule);
    const deciding = heap.firstHolding(start);
    const end = points[at + 1];
    if (deciding?.action === 'allow' && end !== undefined) found.push({ family, start, end: end - 1n });
  }
  return found;
}

function compare(a: bigint, b: bigint): number {
  return Number(a - b);
}

/** True where the first decides before the second. */
function isBefore(a: RuleRange, b: RuleRange): boolean {
  return a.order < b.order || (a.order === b.order && a.action === 'deny');
}

/** A binary heap by order; rules that have ended are taken off when they come to the top. */
class Heap {
  readonly #rules: RuleRange[] = [];

  push(rule: RuleRange): void {
    const rules = this.#rules;
    let at = rules.push(rule) - 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = rules[up];
      if (!above || !isBefore(rule, above)) break;
      rules[at] = above;
      at = up;
    }
    rules[at] = rule;
  }

  firstHolding(address: bigint): RuleRange | undefined {
    for (let top = this.#rules[0]; top && top.range.end < address; top = this.#rules[0]) this.#pop();
    return this.#rules[0];
  }

  #pop(): void {
    const rules = this.#rules;
    const last = rules.pop();
    if (!last || rules.length === 0) return;
    let at = 0;
    for (;;) {
      const left = rules[at * 2 + 1];
      const right = rules[at * 2 + 2];
      const child = left && right && isBefore(right, left) ? at * 2 + 2 : at * 2 + 1;
      const below = rules[child];
      if (!below || !isBefore(below, last)) break;
      rules[at] = below;
      at = child;
    }
    rules[at] = last;
  }
}
