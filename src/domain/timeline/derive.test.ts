import { describe, expect, it } from 'vitest';
import { observedChanges } from './derive.ts';
import { absentFacts, type ServiceFacts } from './facts.ts';
import { resolve } from './resolve.ts';
import { facts, minute, observation, publicIpB, regionFacts, subnetB } from './test-data.ts';

const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB });
const c = facts({}, { publicIPAddresses: ['203.0.113.11'], subnetId: subnetB });
const east = regionFacts({ primary: false, publicIPAddresses: ['198.51.100.4'] });

function spans(observations: Parameters<typeof observedChanges>[0]) {
  return observedChanges(observations).map(one => [one.notBefore, one.at, ...one.causes]);
}

describe('observedChanges', () => {
  it('dates a change between the last sight of the old and the first of the new', () => {
    expect(spans([observation(0, 10, a), observation(20, 30, b)])).toEqual([
      [minute(10), minute(20), 'public-ip-resource-changed'],
    ]);
  });

  it('finds nothing in one observation, or in equal ones with a gap between', () => {
    expect(spans([observation(0, 10, a)])).toEqual([]);
    expect(spans([observation(0, 10, a), observation(500, 600, a)])).toEqual([]);
  });

  it('finds a return to the old value as a change of its own', () => {
    expect(spans([observation(0, 10, a), observation(20, 30, b), observation(40, 50, a)])).toHaveLength(2);
  });

  it('narrows a change by what another observer saw', () => {
    const mine = [observation(0, 10, a), observation(100, 110, b)];
    const theirs = [observation(5, 40, a), observation(60, 90, b)];
    expect(spans([...mine, ...theirs])).toEqual([[minute(40), minute(60), 'public-ip-resource-changed']]);
  });

  it('keeps a change that a rarer observer missed, and its exact span', () => {
    const often = [observation(0, 100, a), observation(110, 120, b), observation(130, 300, a)];
    const rarely = [observation(10, 290, a)];
    expect(spans([...often, ...rarely])).toEqual(spans(often));
    expect(resolve([...often, ...rarely]).conflicts).toHaveLength(1);
  });

  it.each([-5, 5])('neither invents nor hides a change when a clock is wrong by %i minutes', skew => {
    const right = [observation(0, 100, a), observation(101, 200, b), observation(201, 300, c)];
    const wrong = [
      observation(10 + skew, 100 + skew, a),
      observation(102 + skew, 199 + skew, b),
      observation(202 + skew, 301 + skew, c),
    ];
    const found = observedChanges([...right, ...wrong]);
    expect(found.map(one => one.causes)).toEqual([
      ['public-ip-resource-changed'],
      ['subnet-moved', 'public-ip-resource-changed'],
    ]);
    expect(resolve([...right, ...wrong]).conflicts).toEqual([]);
    for (const { notBefore, at } of found) expect(String(notBefore) <= at).toBe(true);
  });

  it('spans both clocks where the new was seen before the last sight of the old', () => {
    expect(spans([observation(0, 104, a), observation(101, 200, b)])).toEqual([
      [minute(101), minute(104), 'public-ip-resource-changed'],
    ]);
  });

  it('takes two first sights at nearly one time for the order of two clocks', () => {
    expect(spans([observation(0, 127, a), observation(-3, 60, b)]).map(([from, to]) => [from, to])).toEqual([
      [minute(-3), minute(0)],
      [minute(60), minute(127)],
    ]);
  });

  it('keeps two changes apart that follow each other in different facts', () => {
    const moved = facts({ tier: 'Developer' }, b.regions?.['westeurope']);
    expect(spans([observation(0, 10, a), observation(20, 30, b), observation(40, 50, moved)])).toEqual([
      [minute(10), minute(20), 'public-ip-resource-changed'],
      [minute(30), minute(40), 'tier-changed'],
    ]);
  });

  it('shows a longer disagreement as a conflict, and believes what each saw at its ends', () => {
    const { conflicts, stretches } = resolve([observation(0, 60, a), observation(30, 90, b)]);
    expect(conflicts).toHaveLength(1);
    expect(new Set(stretches.map(one => one.observation.facts))).toEqual(new Set([a, b]));
    expect(spans([observation(0, 60, a), observation(30, 90, b)]).map(([from, to]) => [from, to])).toEqual([
      [minute(0), minute(30)],
      [minute(30), minute(60)],
      [minute(60), minute(90)],
    ]);
  });

  it('dates a fact that was not read in between by its own last sight', () => {
    const { subscriptionState: _, ...unread } = a;
    const warned = facts({ subscriptionState: 'Warned' });
    expect(spans([observation(0, 10, a), observation(20, 30, unread), observation(40, 50, warned)])).toEqual([
      [minute(10), minute(40), 'subscription-state-changed'],
    ]);
  });

  it('does not lose a fact that one observation did not read', () => {
    const { zones: _, ...region } = regionFacts();
    const zoned = facts({}, { zones: ['1'] });
    const unread = facts({ regions: { westeurope: region } });
    expect(spans([observation(0, 1, a), observation(2, 3, unread), observation(4, 5, zoned)])).toEqual([
      [minute(1), minute(4), 'zones-changed'],
    ]);
  });

  it('joins a reason that came in later with the address that it may explain', () => {
    const { subscriptionState: _, ...unread } = facts({}, { publicIPAddresses: ['203.0.113.9'] });
    const later: ServiceFacts = { ...unread, subscriptionState: 'Enabled' };
    const before = facts({ subscriptionState: 'Warned' });
    expect(
      spans([observation(0, 10, before), observation(20, 25, unread), observation(30, 40, later)]),
    ).toEqual([[minute(10), minute(30), 'subscription-reinstated']]);
  });

  it('leaves a late reason alone where it may belong to two changes', () => {
    const { subscriptionState: _, ...first } = facts({}, { publicIPAddresses: ['203.0.113.9'] });
    const { subscriptionState: __, ...next } = facts({}, { publicIPAddresses: ['203.0.113.10'] });
    const before = facts({ subscriptionState: 'Warned' });
    const causes = spans([
      observation(0, 10, before),
      observation(20, 25, first),
      observation(27, 28, next),
      observation(30, 40, { ...next, subscriptionState: 'Enabled' }),
    ]).map(([, , ...codes]) => codes);
    expect(causes).toEqual([['unexplained'], ['unexplained'], ['subscription-reinstated']]);
  });

  it('tells a region that left and came back from one that is new', () => {
    const two = facts({ regions: { westeurope: regionFacts(), eastus: east } });
    expect(
      spans([observation(0, 1, a), observation(2, 3, two), observation(4, 5, a), observation(6, 7, two)]).map(
        ([, , ...codes]) => codes,
      ),
    ).toEqual([['region-added'], ['region-removed'], ['region-reinstated']]);
  });

  it('lists what a new region brought', () => {
    const two = facts({ regions: { westeurope: regionFacts(), eastus: east } });
    const [added] = observedChanges([observation(0, 1, a), observation(2, 3, two)]);
    expect(added?.differences).toContainEqual({
      region: 'eastus',
      field: 'publicIPAddresses',
      before: null,
      after: ['198.51.100.4'],
    });
  });

  it('gives an id that neither a later sight nor the order of arrival changes', () => {
    const [first] = observedChanges([observation(0, 10, a), observation(20, 30, b)]);
    const [again] = observedChanges([observation(20, 999, b), observation(0, 10, a)]);
    expect(again?.id).toBe(first?.id);
  });
});

describe('a service that vanishes', () => {
  const gone = (from: number, to: number) => observation(from, to, absentFacts);

  it('is gone, with the addresses that it had', () => {
    const [change] = observedChanges([observation(0, 10, a), gone(20, 30)]);
    expect(change).toMatchObject({ notBefore: minute(10), at: minute(20), causes: ['gone'] });
    expect(change?.differences).toContainEqual({
      region: 'westeurope',
      field: 'publicIPAddresses',
      before: ['203.0.113.7'],
      after: null,
    });
  });

  it('and comes back unchanged was hidden: seen again, nothing claimed', () => {
    const found = observedChanges([observation(0, 10, a), gone(20, 30), observation(40, 50, a)]);
    expect(found.map(one => one.causes)).toEqual([['gone'], []]);
    expect(found[1]).toMatchObject({ notBefore: minute(30), at: minute(40) });
  });

  it('and comes back with another address, without a reason, is unexplained', () => {
    const moved = facts({}, { publicIPAddresses: ['203.0.113.9'] });
    const found = observedChanges([observation(0, 10, a), gone(20, 30), observation(40, 50, moved)]);
    expect(found[1]).toMatchObject({ causes: ['unexplained'], notBefore: minute(10) });
  });

  it('and comes back with another creation time was recreated, after it was seen to be absent', () => {
    const anew = facts({ createdAt: minute(35) }, { publicIPAddresses: ['203.0.113.9'] });
    const found = observedChanges([observation(0, 10, a), gone(20, 30), observation(40, 50, anew)]);
    expect(found[1]).toMatchObject({ causes: ['recreated'], notBefore: minute(30), at: minute(40) });
  });

  it('is not gone twice', () => {
    expect(observedChanges([observation(0, 10, a), gone(20, 21), gone(30, 31)])).toHaveLength(1);
  });
});

describe('a service that was absent when its subscription was read', () => {
  it('is created if Azure says that it is younger', () => {
    const young = facts({ createdAt: minute(15) });
    const [change] = observedChanges([observation(10, 10, absentFacts), observation(20, 30, young)]);
    expect(change).toMatchObject({ causes: ['created'], notBefore: minute(10), at: minute(20) });
  });

  it('was hidden if it is older: nothing is claimed', () => {
    const found = observedChanges([observation(10, 10, absentFacts), observation(20, 30, a)]);
    expect(found.map(one => one.causes)).toEqual([[]]);
  });
});
