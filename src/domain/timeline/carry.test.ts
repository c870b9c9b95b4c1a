import { describe, expect, it } from 'vitest';
import { carry, carryOn, differencesFrom } from './carry.ts';
import type { ServiceFacts } from './facts.ts';
import { facts, regionFacts } from './test-data.ts';

const a = facts();
const { subscriptionState: _, ...unread } = a;
const east = regionFacts({ primary: false });

/** Looks one after the other, each with its moment. */
function looks(...all: readonly (readonly [ServiceFacts, number])[]) {
  const [first, ...others] = all;
  const carried = carry(first?.[0] ?? {}, first?.[1] ?? 0);
  for (const [what, at] of others) carryOn(carried, what, at);
  return carried;
}

/** What the next look shows: `region/field`, and when it was last seen as before. */
function shown(before: ReturnType<typeof looks>, next: ServiceFacts): Readonly<Record<string, number>> {
  const { differences, lastSeen } = differencesFrom(before, next);
  return Object.fromEntries(
    differences.map(({ region, field }, index) => [
      region ? `${region}/${field}` : field,
      lastSeen[index] ?? 0,
    ]),
  );
}

describe('what is known of a service as time goes on', () => {
  it('is everything that one look read, and its moment', () =>
    expect(looks([a, 10])).toEqual({ facts: a, allSeen: 10, lastSeen: new Map() }));

  it('does not grow older by a look that comes late', () => {
    expect(looks([a, 10], [a, 5]).allSeen).toBe(10);
    expect(looks([unread, 10], [unread, 5]).lastSeen.get('tier')).toBe(10);
  });

  it('keeps what a look did not read, or of which it says nothing', () => {
    const { zones: __, ...region } = regionFacts({ platformVersion: 'undetermined' });
    const next: ServiceFacts = { ...unread, tier: null, regions: { westeurope: region } };
    expect(looks([a, 10], [next, 20]).facts).toEqual(a);
  });

  it('keeps the regions where none was read', () => {
    const { regions: __, ...rest } = facts({ tier: 'Developer' });
    expect(looks([a, 10], [rest, 20]).facts).toEqual(facts({ tier: 'Developer' }));
  });

  it('takes in what was not known before, and forgets a region that left', () => {
    const { tier: __, ...rest } = unread;
    const two = { ...unread, regions: { westeurope: regionFacts(), eastus: east } };
    expect(looks([rest, 10], [two, 20]).facts).toEqual(two);
    expect(looks([two, 10], [unread, 20]).facts).toEqual(unread);
  });
});

describe('what the next look shows', () => {
  it('is dated by the last sight of each fact', () => {
    const { zones: __, ...region } = regionFacts();
    const partly: ServiceFacts = { ...unread, regions: { westeurope: region } };
    const next = facts(
      { tier: 'Developer', subscriptionState: 'Warned' },
      { zones: ['1'], gatewayDisabled: true },
    );
    expect(shown(looks([a, 10], [partly, 20]), next)).toEqual({
      tier: 20,
      subscriptionState: 10,
      'westeurope/zones': 10,
      'westeurope/gatewayDisabled': 20,
    });
  });

  it('is dated for a region that came by the last sight of the regions', () => {
    const { regions: __, ...withoutRegions } = a;
    const next = facts({ regions: { westeurope: regionFacts(), eastus: { primary: false, zones: ['1'] } } });
    expect(shown(looks([a, 10], [withoutRegions, 20]), next)).toEqual({
      'eastus/primary': 10,
      'eastus/zones': 10,
    });
    expect(shown(looks([a, 10], [unread, 20]), next)).toEqual({ 'eastus/primary': 20, 'eastus/zones': 20 });
  });

  it('is dated for a region that left by the last sight of it', () => {
    const two = {
      ...unread,
      regions: { westeurope: regionFacts(), eastus: { primary: false, zones: ['1'] } },
    };
    const partly = { ...unread, regions: { westeurope: regionFacts(), eastus: { primary: false } } };
    expect(shown(looks([two, 10], [partly, 20]), unread)).toEqual({
      'eastus/primary': 20,
      'eastus/zones': 20,
    });
  });

  it('is nothing where it agrees with what is known', () =>
    expect(shown(looks([a, 10]), unread)).toEqual({}));
});
