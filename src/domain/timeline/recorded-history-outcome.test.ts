import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { absentFacts, type ServiceFacts } from './facts.ts';
import { linesOfHistory } from './history-lines.ts';
import type { Reading, RecordOutcome } from './reading.ts';
import { RecordedHistory } from './recorded-history.ts';
import { change, facts, minute, observation, operation, publicIpB, service } from './test-data.ts';
import { instantOf } from './time.ts';

const sub = '11111111-1111-1111-1111-111111111111';
const neighbour = service.replace('contoso-api', 'contoso-new');
const elsewhere = service.replace(sub, '22222222-2222-2222-2222-222222222222');
const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB });
const { subscriptionState: _, ...unread } = a;

function reading(
  at: number,
  seen: Readonly<Record<string, ServiceFacts>>,
  more: Partial<Reading> = {},
): Reading {
  const sightings = Object.entries(seen).map(([id, what]) => ({ service: id, facts: what, settled: true }));
  return { at: instantOf(minute(at)), source: 'arm', sightings, ...more };
}

function busy(at: number, id: string, what: ServiceFacts): Reading {
  return reading(at, {}, { sightings: [{ service: id, facts: what, settled: false }] });
}

/** A history that saw the service from minute 0 to 10. */
function known(id = service): RecordedHistory {
  const history = new RecordedHistory();
  history.record(reading(0, { [id]: a }));
  history.record(reading(10, { [id]: a }));
  return history;
}

const nothing: RecordOutcome = { changed: [], first: 0, unchanged: 0, held: [], pending: [] };
const seenOf = (history: RecordedHistory, id = service) => history.of(armKey(id)).observations;

describe('what comes of recording a reading', () => {
  it.each<[string, Reading, Partial<RecordOutcome>, ReturnType<typeof seenOf>]>([
    ['sees it as it was', reading(20, { [service]: a }), { unchanged: 1 }, [observation(0, 20)]],
    [
      'sees another address',
      reading(20, { [service]: b }),
      { changed: [service] },
      [observation(0, 10), observation(20, 20, b)],
    ],
    [
      'reads fewer fields',
      reading(20, { [service]: unread }),
      { unchanged: 1 },
      [observation(0, 10), observation(20, 20, unread)],
    ],
    [
      'sees another address while Azure is at work',
      busy(20, service, b),
      { held: [service] },
      [observation(0, 10)],
    ],
    [
      'sees another address in Resource Graph alone',
      reading(20, { [service]: b }, { source: 'resource-graph' }),
      { pending: [{ service, reason: 'differs' }] },
      [observation(0, 10)],
    ],
    [
      'misses it in a list of Resource Graph’s',
      reading(20, {}, { source: 'resource-graph', listed: [sub] }),
      { pending: [{ service, reason: 'absent' }] },
      [observation(0, 10)],
    ],
    [
      'misses it in a list of ARM’s, however the subscription is spelled',
      reading(20, {}, { listed: [sub.toUpperCase()] }),
      { changed: [service] },
      [observation(0, 10), observation(20, 20, absentFacts)],
    ],
    [
      'asked for it alone, and it is not there',
      reading(20, {}, { absent: [service.toUpperCase()] }),
      { changed: [service] },
      [observation(0, 10), observation(20, 20, absentFacts)],
    ],
    ['reads other subscriptions', reading(20, {}, { listed: ['other'] }), {}, [observation(0, 10)]],
    ['reads no whole subscription', reading(20, {}), {}, [observation(0, 10)]],
    [
      'could not read it, under another spelling',
      reading(20, {}, { listed: [sub], unreadable: [service.toUpperCase()] }),
      {},
      [observation(0, 10)],
    ],
  ])('that %s', (_what, look, outcome, observations) => {
    const history = known();
    expect(history.record(look)).toEqual({ ...nothing, ...outcome });
    expect(seenOf(history)).toEqual(observations);
  });

  it('that misses for the second time what was missed before: nothing new, and nothing seen', () => {
    const history = known();
    history.record(reading(20, {}, { listed: [sub] }));
    expect(history.record(reading(30, {}, { listed: [sub] }))).toEqual(nothing);
    expect(seenOf(history)).toEqual([observation(0, 10), observation(20, 30, absentFacts)]);
  });
});

describe('a service that was not known', () => {
  it('is recorded for the first time, under its own spelling', () => {
    const history = new RecordedHistory();
    expect(history.record(reading(0, { [service]: a }))).toEqual({ ...nothing, first: 1 });
    expect([...history.keys]).toEqual([armKey(service)]);
    expect(seenOf(history)).toEqual([observation(0, 0)]);
    expect(history.of('/another')).toEqual({ observations: [], changes: [] });
  });

  it('was not there at the last look at its subscription, where it was made after it', () => {
    const history = known();
    const young = facts({ createdAt: minute(11) });
    expect(history.record(reading(20, { [neighbour]: young }))).toEqual({
      ...nothing,
      first: 1,
      changed: [neighbour],
    });
    expect(seenOf(history, neighbour)).toEqual([
      observation(10, 10, absentFacts, { service: neighbour }),
      observation(20, 20, young, { service: neighbour }),
    ]);
  });

  it.each([
    ['made before that look', neighbour, 9],
    ['made at its moment', neighbour, 10],
    ['of a subscription that nobody looked at', elsewhere, 11],
  ])('may have been there: %s', (_what, id, created) => {
    const history = known();
    const young = facts({ createdAt: minute(created) });
    expect(history.record(reading(20, { [id]: young }))).toEqual({ ...nothing, first: 1 });
    expect(seenOf(history, id)).toHaveLength(1);
  });

  it('is held while Azure is making it', () => {
    const history = known();
    const young = facts({ createdAt: minute(11) });
    expect(history.record(busy(20, neighbour, young))).toEqual({ ...nothing, held: [neighbour] });
    expect(seenOf(history, neighbour)).toEqual([observation(10, 10, absentFacts, { service: neighbour })]);
  });

  it('is dated by the looks before the reading, not by those after it', () => {
    const history = known();
    history.record(reading(40, { [service]: a }));
    history.record(reading(5, { [neighbour]: facts({ createdAt: minute(3) }) }));
    expect(seenOf(history, neighbour)).toHaveLength(1);
  });
});

describe('records of a file', () => {
  it('share what they have in common, so that a long file takes little room', () => {
    const history = new RecordedHistory();
    history.add(
      [observation(0, 1), observation(5, 6)].map(one => ({
        type: 'observation',
        observation: { ...one, facts: structuredClone(one.facts) },
      })),
    );
    const [first, second] = seenOf(history);
    expect(first?.facts).toBe(second?.facts);
  });

  it('leave what was handed out before as it was', () => {
    const history = known();
    const before = history.of(armKey(service));
    history.record(reading(20, { [service]: b }));
    history.keep([change(5)]);
    expect(before).toEqual({ observations: [observation(0, 10)], changes: [] });
  });
});

describe('records of Azure’s', () => {
  it('are kept by service, without the observed ones, and nothing is news twice', () => {
    const history = new RecordedHistory();
    const other = change(6, { service: neighbour });
    const observed = change(7, { source: 'observed', service: elsewhere });
    expect(history.keep([change(5), other, observed])).toEqual([armKey(service), armKey(neighbour)]);
    expect(history.keep([change(5), other])).toEqual([]);
    expect([...history.keys]).toEqual([armKey(service), armKey(neighbour)]);
    expect(history.of(armKey(neighbour))).toEqual({ observations: [], changes: [other] });
  });
});

describe('the lines of a history', () => {
  it('are the head, then service by service what was seen and what changed, in the order of time', () => {
    const head = { exportedAt: minute(99), cloud: 'AzureCloud', tenant: 'contoso' };
    const history = {
      observations: [
        observation(0, 10),
        observation(0, 10, a, { service: neighbour }),
        observation(20, 30, b),
      ],
      changes: [operation(25, 40), change(5), change(6, { service: elsewhere })],
    };
    const lines = [...linesOfHistory(head, history, { names: false })].map(line => JSON.parse(line));
    expect(lines.map(one => [one.type ?? one.format, one.service, one.at])).toEqual([
      ['apim-ip-history', undefined, undefined],
      ['observation', service, minute(0)],
      ['observation', service, minute(20)],
      ['change', service, minute(5)],
      ['change', service, minute(20)],
      ['change', service, minute(40)],
      ['observation', neighbour, minute(0)],
      ['change', elsewhere, minute(6)],
    ]);
  });
});
