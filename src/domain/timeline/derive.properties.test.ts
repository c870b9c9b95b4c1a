import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observedChanges } from './derive.ts';
import { differencesBetween } from './difference.ts';
import type { ServiceFacts } from './facts.ts';
import { mergeHistories } from './history.ts';
import type { Observation } from './observation.ts';
import { resolve } from './resolve.ts';
import { facts, minute, observation, recorded } from './test-data.ts';
import { instantOf } from './time.ts';

/** What was true: facts by number, each valid from a minute on, at least an hour long. */
type Truth = readonly { readonly from: number; readonly state: number }[];

const day = 24 * 60;
const length = 400 * day;

function factsOfState(state: number): ServiceFacts {
  return facts(
    { vnetMode: state % 2 === 0 ? 'Internal' : 'External' },
    {
      publicIPAddresses: [`203.0.113.${state}`, `198.51.100.${state % 7}`],
      zones: state % 3 === 0 ? ['1', '2'] : null,
    },
  );
}

/** Equal sets in another order, and fields of the same meaning. */
function reordered(what: ServiceFacts): ServiceFacts {
  const region = what.regions?.['westeurope'];
  return {
    ...what,
    regions: {
      westeurope: {
        ...region,
        publicIPAddresses: [...(region?.publicIPAddresses ?? [])].reverse(),
        zones: region?.zones ? [...region.zones].reverse() : [],
        natGatewayState: 'Unsupported',
      },
    },
  };
}

const truths = fc
  .array(fc.record({ gap: fc.integer({ min: 60, max: 20 * day }), state: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((steps): Truth => {
    let at = 0;
    return steps.map(({ gap, state }) => {
      const from = at;
      at += gap;
      return { from, state };
    });
  });

function stateAt(truth: Truth, at: number): number {
  return truth.findLast(one => one.from <= at)?.state ?? 0;
}

/** Minutes at which one observer looks: distinct, in order. */
const sights = fc
  .uniqueArray(fc.integer({ min: 0, max: length }), { minLength: 1, maxLength: 60 })
  .map(times => [...times].sort((a, b) => a - b));

const observers = fc.array(fc.record({ sights, skew: fc.integer({ min: -2, max: 2 }) }), {
  minLength: 1,
  maxLength: 4,
});

type Observer = { readonly sights: readonly number[]; readonly skew: number };

function see(truth: Truth, observer: Observer, shuffled: boolean): Observation[] {
  return recorded(
    observer.sights.map((at, index) => {
      const what = factsOfState(stateAt(truth, at));
      return { at: at + observer.skew, facts: shuffled && index % 2 === 0 ? reordered(what) : what };
    }),
  );
}

/**
 * The states at the sights that a history keeps, the first and the last of each observation, one after the other and
 * without repetition. A sight in between that another observer would have needed is not kept.
 */
function seenStates(truth: Truth, all: readonly Observer[]): number[] {
  const times = all.flatMap(one =>
    see(truth, one, false).flatMap(({ at, until }) => [at, until].map(time => minuteOf(time) - one.skew)),
  );
  const states = times.sort((a, b) => a - b).map(at => stateAt(truth, at));
  return states.filter((state, index) => state !== states[index - 1]);
}

function minuteOf(iso: string): number {
  return (instantOf(iso) - Date.UTC(2026, 0)) / 60_000;
}

function statesOfChanges(all: readonly Observation[]): number[] {
  const { stretches } = resolve(all);
  const values = stretches.map(one => {
    const list = one.observation.facts.regions?.['westeurope']?.publicIPAddresses ?? [];
    return Number([...list].sort().at(-1)?.split('.').at(-1));
  });
  return values.filter((value, index) => value !== values[index - 1]);
}

/** Far enough from a change that clocks cannot tell otherwise: the promise is about clocks, not about luck. */
function clearOf(truth: Truth, observer: Observer): Observer {
  const near = (at: number) => truth.some(one => Math.abs(one.from - at) <= 6);
  const kept = observer.sights.filter(at => !near(at));
  return { ...observer, sights: kept };
}

describe('the changes of a random history', () => {
  it('are exactly the true change points that the record holds', () => {
    fc.assert(
      fc.property(truths, observers, (truth, all) => {
        const clear = all.map(one => ({ ...clearOf(truth, one), skew: 0 }));
        const observations = clear.flatMap(one => see(truth, one, true));
        const expected = seenStates(truth, clear);
        expect(observedChanges(observations)).toHaveLength(Math.max(0, expected.length - 1));
        expect(statesOfChanges(observations)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('each lie between the last sight of the old and the first of the new', () => {
    fc.assert(
      fc.property(truths, observers, (truth, all) => {
        const clear = all.map(one => ({ ...clearOf(truth, one), skew: 0 }));
        const observations = clear.flatMap(one => see(truth, one, false));
        for (const change of observedChanges(observations)) {
          const from = minuteOf(change.notBefore ?? '');
          const to = minuteOf(change.at);
          expect(truth.some(one => one.from > from && one.from <= to)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stay the same where the clocks of observers differ by up to four minutes', () => {
    fc.assert(
      fc.property(truths, observers, (truth, all) => {
        const clear = all.map(one => clearOf(truth, one));
        const observations = clear.flatMap(one => see(truth, one, true));
        const expected = seenStates(truth, clear);
        expect(statesOfChanges(observations)).toEqual(expected);
        expect(observedChanges(observations)).toHaveLength(Math.max(0, expected.length - 1));
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of arrival, on repetition, or on who merged with whom first', () => {
    fc.assert(
      fc.property(truths, observers, fc.integer(), (truth, all, seed) => {
        const [one = [], ...others] = all.map(observer => see(truth, observer, true));
        const observations = [one, ...others].flat();
        const shuffled = [...observations].sort(
          (a, b) => ((instantOf(a.at) ^ seed) % 97) - ((instantOf(b.at) ^ seed) % 97),
        );
        const history = (list: readonly Observation[]) => ({ observations: list, changes: [] });
        const left = mergeHistories(mergeHistories(history(one), history(others.flat())), history(shuffled));
        const right = mergeHistories(history(shuffled), mergeHistories(history(observations)));
        expect(left).toEqual(right);
        expect(mergeHistories(left, right, left)).toEqual(left);
        expect(observedChanges(left.observations)).toEqual(observedChanges(shuffled));
        expect(observedChanges(left.observations)).toEqual(observedChanges(observations));
      }),
      {
        numRuns: 200,
        // Two who look at one moment and are told the addresses in another order.
        examples: [
          [
            [
              { from: 0, state: 1 },
              { from: 60, state: 2 },
            ],
            [
              { sights: [87262, 87263], skew: 1 },
              { sights: [0, 87262], skew: 1 },
            ],
            0,
          ],
        ],
      },
    );
  });
});

describe('10,000 observations over 400 days with gaps, repetitions and reorderings', () => {
  const random = fc.sample(fc.integer({ min: 0, max: length - 1 }), { numRuns: 12_000, seed: 7 });
  const truth: Truth = Array.from({ length: 120 }, (_, index) => ({
    from: index * 4_800,
    state: ((index * 7) % 9) + 1,
  }));
  const inGap = (at: number) => at > 100_000 && at < 135_000;
  const times = [...new Set(random)].filter(at => !inGap(at)).sort((a, b) => a - b);
  /** Sights written down one by one, with a clock that is up to five minutes wrong, some twice and out of order. */
  const single = times.map((at, index) => {
    const what = factsOfState(stateAt(truth, at));
    const near = truth.some(one => Math.abs(one.from - at) <= 11);
    const skew = near ? 0 : (index % 11) - 5;
    return observation(at + skew, at + skew, index % 3 === 0 ? reordered(what) : what);
  });
  const all = [
    ...single.slice(5_000),
    ...single.slice(0, 5_000),
    ...single.filter((_, index) => index % 4 === 0),
  ];

  it('give exactly the true change points', () => {
    const expected = seenStates(truth, [{ sights: times, skew: 0 }]);
    expect(all.length).toBeGreaterThan(10_000);
    const merged = mergeHistories({ observations: all, changes: [] });
    expect(observedChanges(merged.observations)).toHaveLength(expected.length - 1);
    expect(statesOfChanges(merged.observations)).toEqual(expected);
  });

  it('leave the change inside a gap as a span of the whole gap', () => {
    const changes = observedChanges(all);
    const across = changes.filter(one => (one.notBefore ?? '') < minute(101_000) && one.at > minute(134_000));
    expect(across).toHaveLength(1);
    const [change] = across;
    expect(
      change &&
        differencesBetween(factsOfState(stateAt(truth, 99_999)), factsOfState(stateAt(truth, 135_001)))
          .length,
    ).toBe(change?.differences.length);
  });
});
