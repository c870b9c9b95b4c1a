import { describe, expect, it } from 'vitest';
import { sampleRegion, sampleService } from '../guidance/samples.ts';
import { parseIpRange } from '../ranges/ip-range.ts';
import { isCertain, relationOf, serviceOf } from './hit.ts';
import type { PlaceRole } from './place.ts';

function rangeOf(text: string) {
  const range = parseIpRange(text);
  if (!range) throw new Error(`No range: ${text}`);
  return range;
}

describe('how what was found lies to what was asked for', () => {
  it.each([
    ['10.0.0.4', '10.0.0.4', 'exact'],
    ['10.0.0.0/24', '10.0.0.0/25', 'holds'],
    ['10.0.0.0/24', '10.0.0.128/25', 'holds'],
    ['10.0.0.0/24', '10.0.0.4', 'holds'],
    ['10.0.0.0/25', '10.0.0.0/24', 'lies-in'],
    ['10.0.0.128/25', '10.0.0.0/24', 'lies-in'],
    ['10.0.0.4', '10.0.0.0/24', 'lies-in'],
    ['10.0.0.4-10.0.0.8', '10.0.0.6-10.0.0.9', 'overlaps'],
    ['10.0.0.6-10.0.0.9', '10.0.0.4-10.0.0.8', 'overlaps'],
  ])('%s to %s: %s', (found, asked, relation) =>
    expect(relationOf(rangeOf(found), rangeOf(asked))).toBe(relation),
  );
});

describe('a hit', () => {
  const service = sampleService();
  const region = sampleRegion();

  it.each<[readonly PlaceRole[], boolean]>([
    [['public-ip'], true],
    [['outbound-ip'], true],
    [['private-vip'], true],
    [['private-endpoint'], true],
    [['reported', 'private-vip'], true],
    [['reported'], false],
    [['precreated-ip'], false],
    [['subnet-range'], false],
  ])('of %j says whose the address is: %s', (roles, certain) => {
    const place = { service, region, roles, range: rangeOf('10.0.0.4') };
    expect(isCertain({ kind: 'address', place, relation: 'exact' })).toBe(certain);
  });

  it('of a shared range is of no one service, and certain of none', () => {
    const shared = { kind: 'shared', tag: 'AzureCloud.westeurope', region, services: [service] } as const;
    expect(serviceOf(shared)).toBeNull();
    expect(isCertain(shared)).toBe(false);
  });
});
