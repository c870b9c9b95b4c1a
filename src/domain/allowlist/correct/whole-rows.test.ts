import { describe, expect, it } from 'vitest';
import { loadedTag } from '../../find/sources.ts';
import { type Case, judged, testService } from '../testing.ts';
import { correct } from './correct.ts';
import type { Ticks } from './taken-out.ts';

const one = testService('one', [{ publicIPAddresses: ['203.0.113.18'] }]);
const two = testService('two', [{ publicIPAddresses: ['198.51.100.24'] }]);
const other = testService('other', [{ publicIPAddresses: ['198.51.100.130'] }]);
const all: Ticks = { stale: true, wider: true, 'not-needed': true };

function corrected(text: string, given: Partial<Case> = {}) {
  return correct(judged({ text, chosen: [one, two], ...given }), all, given.tags ?? new Map());
}

describe('a row of CSV with line ends in its cells', () => {
  it.each([
    [
      'is followed by what is added, not torn apart',
      'address,note\n198.51.100.24,"East,\nold"\n',
      'address,note\n198.51.100.24,"East,\nold"\n203.0.113.18,\n',
    ],
    [
      'is added to with its last value',
      'note,address\r\n"East,\r\nold",198.51.100.24',
      'note,address\r\n"East,\r\nold",198.51.100.24\r\n,203.0.113.18',
    ],
    [
      'that refuses the rest has what is added in front of it',
      'note,address,action\nx,198.51.100.24,allow\n"the\nrest",any,deny\n',
      'note,address,action\nx,198.51.100.24,allow\n,203.0.113.18,allow\n"the\nrest",any,deny\n',
    ],
    [
      'stays whole when it becomes narrower',
      'note,address,owner\n"East,\nold",198.51.100.0/24,"a\nb"\nx,203.0.113.18,c\n',
      'note,address,owner\n"East,\nold",198.51.100.24/32,"a\nb"\nx,203.0.113.18,c\n',
    ],
    [
      'goes as a whole',
      'note,address\nx,203.0.113.18\ny,198.51.100.24\n"z,\nold",198.51.100.130\n',
      'note,address\nx,203.0.113.18\ny,198.51.100.24\n',
    ],
    [
      'goes as a whole where it is the last',
      'note,address\nx,203.0.113.18\n"y,\nnew",198.51.100.24\n"z,\nold",198.51.100.200',
      'note,address\nx,203.0.113.18\n"y,\nnew",198.51.100.24',
    ],
  ])('%s', (_, text, expected) => {
    const unused = testService('unused', [{ publicIPAddresses: ['10.0.0.1'] }]);
    const former = ['198.51.100.130', '198.51.100.200'].map(address => ({
      service: unused.id,
      region: 'westeurope',
      kind: 'publicIPAddresses' as const,
      address,
      from: 0,
      lastSeen: 1,
      goneBy: 2,
      cause: null,
    }));
    expect(corrected(text, { former })).toMatchObject({ text: expected, byHand: [], notPlaced: [] });
  });

  it('is left to the reader where two of its cells hold addresses', () => {
    const text = 'source,note,address\n203.0.113.18,"x\ny",198.51.100.0/24\n198.51.100.24,,203.0.113.18\n';
    expect(corrected(text)).toMatchObject({
      text,
      byHand: ['Replace 198.51.100.0/24 on line 3 by 198.51.100.24/32.'],
    });
  });
});

describe('a directive of nginx', () => {
  it('is no pattern where its block is on the same line', () => {
    const text = 'location / { allow 198.51.100.24;\n  deny all;\n}\n';
    expect(corrected(text)).toMatchObject({ text, notPlaced: ['203.0.113.18/32'] });
  });

  it('does not take its block along', () => {
    const text = 'location / { allow 198.51.100.0/24;\n  allow 203.0.113.18;\n  deny all; }\n';
    expect(corrected(text)).toMatchObject({
      text,
      byHand: ['Replace 198.51.100.0/24 on line 1 by 198.51.100.24/32.'],
    });
  });

  it.each([
    ['a comment behind it', 'allow 198.51.100.24;# East', 'allow 203.0.113.18;'],
    ['blanks and tabs', '\tallow\t198.51.100.24 ; # East', '\tallow\t203.0.113.18 ;'],
  ])('is a pattern with %s', (_, line, added) =>
    expect(corrected(`location / {\n${line}\n}\n`).text).toBe(`location / {\n${line}\n${added}\n}\n`),
  );
});

describe('a line as a pattern', () => {
  const range = testService('range', [{ outboundPublicIPAddresses: ['192.0.2.40/31'] }]);
  const six = testService('six', [{ outboundPublicIPAddresses: ['2001:db8::/32', '2001:db9::1'] }]);

  it.each([
    ['allow 198.51.100.24;', range, 'allow 192.0.2.40/31;'],
    ['198.51.100.24 // East', range, '192.0.2.40/31'],
    ['198.51.100.24', six, '2001:db8::/32\n2001:db9::1'],
    ['198.51.100.24/32', six, '2001:db8::/32\n2001:db9::1/128'],
  ])('is written as %s is, whole ranges too', (line, service, added) =>
    expect(corrected(`${line}\n`, { chosen: [two, service] }).text).toBe(`${line}\n${added}\n`),
  );

  it.each([
    [
      'any',
      'permit ip any any',
      'Replace any on line 1 by 198.51.100.24/32, 203.0.113.18/32, 198.51.100.130/32.',
    ],
    [
      'a service tag',
      'AzureCloud',
      'Replace AzureCloud on line 1 by 198.51.100.24/32, 203.0.113.18/32, 198.51.100.130/32.',
    ],
  ])('is no line with %s', (_, text, byHand) => {
    const tags = new Map([
      [
        'azurecloud',
        loadedTag({ name: 'AzureCloud', changeNumber: '1', prefixes: ['203.0.113.0/24', '198.51.100.0/24'] }),
      ],
    ]);
    expect(corrected(text, { others: [other], tags })).toMatchObject({ text, byHand: [byHand] });
  });
});

describe('new lines', () => {
  it('have an end of their own in front of a line of a text that has none', () =>
    expect(corrected('permit ip host 198.51.100.24 any\ndeny ip any any').text).toBe(
      'permit ip host 198.51.100.24 any\npermit ip host 203.0.113.18 any\ndeny ip any any',
    ));

  it('stand at the places of their own side', () => {
    const text = 'permit tcp any host 192.0.2.2 eq 443\npermit tcp host 192.0.2.1 any\nremark the end\n';
    expect(corrected(text, { chosen: [one], purposes: ['clients', 'internet-back-ends'] }).text).toBe(
      'permit tcp any host 192.0.2.2 eq 443\npermit tcp any host 203.0.113.18 eq 443\npermit tcp host 192.0.2.1 any\npermit tcp host 203.0.113.18 any\nremark the end\n',
    );
  });

  it('take the place of all there was', () => {
    expect(corrected('198.51.100.0/24', { chosen: [two] })).toMatchObject({
      text: '198.51.100.24/32',
      kept: new Map(),
    });
  });
});
