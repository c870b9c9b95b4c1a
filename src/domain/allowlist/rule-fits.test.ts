import { describe, expect, it } from 'vitest';
import { type ListEntry, plainTerms, type RuleTerms } from './list.ts';
import { portWords, type Terms, whyNot } from './rule-fits.ts';

const entry = (terms: Partial<RuleTerms>): ListEntry => ({
  ...plainTerms,
  ...terms,
  value: { kind: 'any' },
  line: 1,
  from: 0,
  to: 3,
  group: 0,
});
const span = (first: number, last = first) => ({ first, last });
const https: Terms = { side: 'source', ports: [443] };
const web: Terms = { side: 'source', ports: [80, 443] };
const unknown: Terms = { side: 'source', ports: [] };

describe('a rule has a say about what is needed', () => {
  it.each<[string, Partial<RuleTerms>, Terms]>([
    ['where it says nothing else', {}, https],
    ['on its side', { side: 'source' }, https],
    ['where it is about TCP', { protocol: 'tcp' }, https],
    ['where it is about TCP by its number', { protocol: '6' }, https],
    ['where it names the port', { ports: [span(443)] }, https],
    ['where one of its ports is the one', { ports: [span(80), span(443)] }, https],
    ['where the port is the first of a span', { ports: [span(443, 500)] }, https],
    ['where the port is the last of a span', { ports: [span(1, 443)] }, https],
    ['where it names all of the ports', { ports: [span(443), span(80)] }, web],
    ['where it allows a port and none is known', { ports: [span(22)] }, unknown],
    ['where it refuses any port and none is known', { action: 'deny' }, unknown],
  ])('%s', (_, terms, needed) => expect(whyNot(entry(terms), needed)).toBeUndefined());

  it.each<[string, Partial<RuleTerms>, Terms, string]>([
    [
      'where it is idle',
      { idle: 'the rule is disabled', side: 'destination' },
      https,
      'the rule is disabled',
    ],
    ['on the other side', { side: 'destination' }, https, 'the rule is for the other direction'],
    ['where it is about UDP', { protocol: 'udp' }, https, 'the rule is for UDP alone'],
    ['where it is about another protocol', { protocol: '17' }, https, 'the rule is for 17 alone'],
    ['where it names another port', { ports: [span(22)] }, https, 'the rule is for port 22 alone'],
    [
      'where its span begins behind',
      { ports: [span(444, 500)] },
      https,
      'the rule is for port 444-500 alone',
    ],
    [
      'where its spans end before and begin behind',
      { ports: [span(1, 442), span(8443)] },
      https,
      'the rule is for ports 1-442, 8443 alone',
    ],
    ['where it names one port of two', { ports: [span(443)] }, web, 'the rule is for port 443 alone'],
    [
      'where it refuses a port and none is known',
      { ports: [span(22)], action: 'deny' },
      unknown,
      'the rule refuses certain ports alone',
    ],
  ])('but none %s', (_, terms, needed, why) => expect(whyNot(entry(terms), needed)).toBe(why));
});

it.each([
  [[span(443)], 'port 443'],
  [[span(80, 90)], 'port 80-90'],
  [[span(80, 90), span(443)], 'ports 80-90, 443'],
])('ports are written as people write them: %j', (ports, words) =>
  expect(portWords(entry({ ports }))).toBe(words),
);
