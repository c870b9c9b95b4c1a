import { describe, expect, it } from 'vitest';
import { decide, factsHash, openOnes, type Sight } from './decide.ts';
import { absentFacts, type ServiceFacts } from './facts.ts';
import { facts, minute, observation } from './test-data.ts';
import { instantOf } from './time.ts';

const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'] });
const { subscriptionState: _, ...unread } = a;

function sight(at: number, what: ServiceFacts, more: Partial<Sight> = {}): Sight {
  return {
    facts: what,
    hash: factsHash(what),
    at: instantOf(minute(at)),
    source: 'arm',
    settled: true,
    ...more,
  };
}

describe('decide', () => {
  const known = [observation(0, 10, a)];

  it.each<[string, Sight, object]>([
    ['extends what was seen last', sight(20, a), { kind: 'extend', observation: known[0], open: true }],
    ['knows what lies within it already', sight(5, a), { kind: 'extend', open: true }],
    ['writes what differs', sight(20, b), { kind: 'write', differs: true }],
    ['writes the absence of a service', sight(20, absentFacts), { kind: 'write', differs: true }],
    [
      'writes what reads other fields, as no difference',
      sight(20, unread),
      { kind: 'write', differs: false },
    ],
    ['writes what is older, as no difference', sight(-5, a), { kind: 'write', differs: false }],
    ['holds a difference while Azure is at work', sight(20, b, { settled: false }), { kind: 'hold' }],
    [
      'extends while Azure is at work and nothing differs',
      sight(20, a, { settled: false }),
      { kind: 'extend' },
    ],
    ['asks about what only Resource Graph sees', sight(20, b, { source: 'resource-graph' }), { kind: 'ask' }],
    [
      'asks nothing where Resource Graph reads other fields',
      sight(20, unread, { source: 'resource-graph' }),
      { kind: 'write', differs: false },
    ],
  ])('%s', (_, look, expected) => {
    expect(decide(known, look)).toMatchObject(expected);
  });

  it('does not extend what ended since, however often it returns', () => {
    const flapping = [observation(0, 10, a), observation(20, 30, b)];
    expect(decide(flapping, sight(40, a))).toEqual({ kind: 'write', differs: true });
    expect(decide(flapping, sight(5, a))).toMatchObject({ kind: 'extend', open: false });
  });

  it('does not extend across a difference that only a fuller reading saw', () => {
    const warned = facts({ subscriptionState: 'Warned' });
    const mixed = [observation(0, 10, a), observation(20, 20, warned), observation(30, 30, unread)];
    expect(decide(mixed, sight(40, a))).toMatchObject({ kind: 'write' });
    expect(decide(mixed, sight(40, unread))).toMatchObject({ kind: 'extend', observation: mixed[2] });
  });
});

describe('what a file told', () => {
  const told = observation(0, 10, a, { observer: 'file' });

  it('is written again once it is seen here, as no difference', () =>
    expect(decide([told], sight(5, a))).toEqual({ kind: 'write', differs: false }));

  it('stands back behind what was seen here or by the team', () => {
    const own = observation(2, 8, a);
    const team = observation(3, 6, a, { observer: 'team' });
    expect(decide([own, told], sight(9, a))).toEqual({ kind: 'extend', observation: own, open: true });
    expect(decide([team, told], sight(20, a))).toEqual({ kind: 'extend', observation: team, open: true });
  });
});

describe('the hash of facts', () => {
  it('is that of what they say, and not of how it is spelled', () => {
    expect(factsHash(facts({ tier: 'PREMIUM' }))).toBe(factsHash(a));
    expect(factsHash(b)).not.toBe(factsHash(a));
    expect(factsHash(absentFacts)).not.toBe(factsHash(a));
  });
});

describe('openOnes', () => {
  it('are the newest observation and those of other readings that still agree with it', () => {
    const all = [
      observation(0, 10, a),
      observation(20, 30, b),
      observation(25, 40, a),
      observation(35, 50, unread),
    ];
    expect(openOnes(all)).toEqual([all[2], all[3]]);
    expect(openOnes([])).toEqual([]);
  });

  it('are both of two that disagree and were seen last at one moment', () => {
    const all = [observation(0, 10, a), observation(5, 10, b)];
    expect(openOnes(all)).toEqual(all);
  });
});
