import { describe, expect, it } from 'vitest';
import { answerOf, listWords } from './answer.ts';
import { type Case, judged, testService } from './testing.ts';

const regions = [
  ['westeurope', 'West Europe'],
  ['northeurope', 'North Europe'],
  ['eastus', 'East US'],
  ['westus', 'West US'],
  ['swedencentral', 'Sweden Central'],
] as const;
const everywhere = testService(
  'everywhere',
  regions.map(([name, displayName], at) => ({
    name,
    displayName,
    primary: at === 0,
    publicIPAddresses: [`203.0.113.${at + 1}`],
  })),
  { tier: 'Premium' },
);
const small = testService('small', [{ publicIPAddresses: ['203.0.113.1'] }]);

const answer = (given: Partial<Case>) => answerOf(judged({ text: '', chosen: [everywhere], ...given }));
const allBut = (count: number) =>
  Array.from({ length: 5 - count }, (_, at) => `203.0.113.${at + 1}`).join('\n');

describe('the answer in a sentence', () => {
  it('counts what is missing, one and several', () => {
    expect(answer({ text: allBut(1) }).title).toBe('1 of 5 needed addresses is missing.');
    expect(answer({ text: allBut(2) }).title).toBe('2 of 5 needed addresses are missing.');
  });

  it('counts what is covered, one and several', () => {
    expect(answer({ text: allBut(0) }).title).toBe('All 5 needed addresses are covered.');
    expect(answer({ chosen: [small], text: '203.0.113.1' }).title).toBe('The one needed address is covered.');
  });

  it('names up to three regions whose calls are refused, and counts the others', () => {
    expect(answer({ text: allBut(1) }).details).toEqual([
      'This list refuses calls that leave from Sweden Central.',
    ]);
    expect(answer({ text: allBut(3) }).details[0]).toBe(
      'This list refuses calls that leave from East US and Sweden Central and West US.',
    );
    expect(answer({ text: '' }).details[0]).toMatch(
      /from East US, North Europe, Sweden Central and 2 more regions\.$/,
    );
  });

  it('tells clients from services', () =>
    expect(answer({ purposes: ['clients'], text: '' }).details[0]).toMatch(
      /^Clients behind this list do not reach /,
    ));

  it('names three lines that could not be read, and counts the others', () => {
    const broken = (count: number) =>
      answer({ text: `${allBut(0)}\n${Array.from({ length: count }, () => '203.0.113.999').join('\n')}` })
        .details;
    expect(broken(1)).toEqual(['Line 6 could not be read.']);
    expect(broken(3)).toEqual(['Lines 6, 7, 8 could not be read.']);
    expect(broken(5)).toEqual(['Lines 6, 7, 8 and 2 more could not be read.']);
  });

  it.each([
    ['198.51.100.7', 'One entry is stale.'],
    ['198.51.100.7\n198.51.100.8', 'Two entries are stale.'],
    ['203.0.113.0/24', 'One entry is wider than needed.'],
    ['203.0.113.0/24\n198.51.100.7', 'Two entries are stale or too wide.'],
    [Array.from({ length: 12 }, (_, at) => `198.51.100.${at}`).join('\n'), '12 entries are stale.'],
  ])('tells what is worth a look: %j', (text, expected) => {
    const former = Array.from({ length: 12 }, (_, at) => ({
      service: everywhere.id,
      region: 'westeurope',
      kind: 'publicIPAddresses' as const,
      address: `198.51.100.${at}`,
      from: 0,
      lastSeen: 1,
      goneBy: 2,
      cause: null,
    }));
    expect(answer({ text: `${allBut(0)}\n${text}`, former }).details).toEqual([expected]);
  });
});

describe('the words below the list', () => {
  it.each([
    ['', '0 lines, 0 entries'],
    ['203.0.113.1', '1 line, 1 entry'],
    ['203.0.113.1\n203.0.113.2\n', '2 lines, 2 entries'],
  ])('%j', (text, expected) => expect(listWords(judged({ text, chosen: [small] }))).toContain(expected));
});
