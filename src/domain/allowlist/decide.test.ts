import fc from 'fast-check';
import { expect, it } from 'vitest';
import { containsRange } from '../ranges/range-set.ts';
import { allowedSet, type RuleRange } from './decide.ts';

const rule: fc.Arbitrary<RuleRange> = fc
  .record({
    ends: fc.tuple(fc.nat(40), fc.nat(40)),
    action: fc.constantFrom('allow' as const, 'deny' as const),
    scope: fc.constantFrom('a', 'b'),
    order: fc.nat(6),
  })
  .map(({ ends, ...rest }) => ({
    ...rest,
    range: { family: 'ipv4', start: BigInt(Math.min(...ends)), end: BigInt(Math.max(...ends)) },
  }));

/** Address by address: in each scope the rule of the lowest order, of equal ones the refusal. */
function isAllowed(rules: readonly RuleRange[], address: bigint): boolean {
  return ['a', 'b'].some(scope => {
    const holding = rules.filter(
      one => one.scope === scope && one.range.start <= address && address <= one.range.end,
    );
    const lowest = Math.min(...holding.map(one => one.order));
    const first = holding.filter(one => one.order === lowest);
    return first.length > 0 && first.every(one => one.action === 'allow');
  });
}

it('lets through what the deciding rule of some scope allows, address by address', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 20 }), rules => {
      const allowed = allowedSet(rules);
      for (let address = 0n; address <= 41n; address++) {
        const one = { family: 'ipv4', start: address, end: address } as const;
        expect(containsRange(allowed, one)).toBe(isAllowed(rules, address));
      }
    }),
    { numRuns: 1_000 },
  );
});
