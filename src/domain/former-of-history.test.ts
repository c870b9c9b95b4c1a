import { describe, expect, it } from 'vitest';
import { endText, intervalText } from './former-address.ts';
import { formerOf } from './former-of-history.ts';
import { absentFacts, type RegionFacts } from './timeline/facts.ts';
import type { History } from './timeline/history.ts';
import { change, facts, minute, observation, regionFacts, subnetB } from './timeline/test-data.ts';

function former(history: Partial<History>) {
  return formerOf({ observations: [], changes: [], ...history });
}
const day = 24 * 60;
const at = (minutes: number) => Date.parse(minute(minutes));
const moved = facts(
  {},
  { publicIPAddresses: ['203.0.113.9'], outboundPublicIPAddresses: ['203.0.113.9'], zones: ['1', '2'] },
);

describe('former addresses', () => {
  it('are those that a later sight lacks, with the cause that the timeline names', () => {
    const found = former({ observations: [observation(0, 100), observation(130, 200, moved)] });
    expect(found).toEqual([
      {
        service: observation(0, 0).service,
        region: 'westeurope',
        kind: 'publicIPAddresses',
        address: '203.0.113.7',
        from: at(0),
        lastSeen: at(100),
        goneBy: at(130),
        cause: 'Zones changed',
      },
    ]);
    expect(found.map(endText)).toEqual(['until 1 Jan 2026']);
  });

  it('say no day where nobody looked for longer', () => {
    const [found] = former({ observations: [observation(0, day), observation(9 * day, 10 * day, moved)] });
    expect(found && [endText(found), intervalText(found)]).toEqual([
      'last seen 2 Jan 2026',
      'seen 1 Jan 2026 to 2 Jan 2026',
    ]);
  });

  it('do not hold an address that came back, but all of a service that is gone', () => {
    expect(
      former({ observations: [observation(0, 10), observation(20, 30, moved), observation(40, 50)] }).map(
        one => one.address,
      ),
    ).toEqual(['203.0.113.9']);
    const gone = former({ observations: [observation(0, 10), observation(20, 30, absentFacts)] });
    expect(gone.map(({ kind, address }) => `${kind} ${address}`).sort()).toEqual([
      'privateIPAddresses 10.20.1.5',
      'publicIPAddresses 203.0.113.7',
    ]);
  });

  it('tell the last stay of one that came back and went again', () => {
    const [found] = former({
      observations: [
        observation(0, 10),
        observation(20, 30, moved),
        observation(40, 50),
        observation(55, 60),
        observation(70, 80, moved),
      ],
    });
    expect(found).toMatchObject({ address: '203.0.113.7', from: at(40), lastSeen: at(60), goneBy: at(70) });
  });

  it('tell one stay of an address that another one joined', () => {
    const both = facts({}, { publicIPAddresses: ['203.0.113.7', '203.0.113.9'] });
    const [found] = former({
      observations: [observation(0, 10), observation(20, 30, both), observation(40, 50, moved)],
    });
    expect(found).toMatchObject({ address: '203.0.113.7', from: at(0), lastSeen: at(30), goneBy: at(40) });
  });

  it('have the cause of their own region', () => {
    const regions = (west: Partial<RegionFacts>, north: Partial<RegionFacts>) =>
      facts({
        regions: {
          westeurope: regionFacts(west),
          northeurope: regionFacts({ primary: false, publicIPAddresses: ['203.0.113.8'], ...north }),
        },
      });
    const found = former({
      observations: [
        observation(0, 10, regions({}, {})),
        observation(
          20,
          30,
          regions(
            { publicIPAddresses: ['203.0.113.9'], zones: ['1', '2'] },
            { publicIPAddresses: ['203.0.113.18'], subnetId: subnetB },
          ),
        ),
      ],
    });
    expect(
      found
        .filter(one => one.kind === 'publicIPAddresses')
        .map(({ region, address, cause }) => [region, address, cause]),
    ).toEqual([
      ['westeurope', '203.0.113.7', 'Zones changed'],
      ['northeurope', '203.0.113.8', 'Subnet moved'],
    ]);
  });

  it('come from Azure’s change history too, before the first sight', () => {
    const differences = [
      {
        region: 'westeurope',
        field: 'publicIPAddresses' as const,
        before: ['203.0.113.3'],
        after: ['203.0.113.7'],
      },
    ];
    const [found] = former({ observations: [observation(100, 200)], changes: [change(50, { differences })] });
    expect(found).toMatchObject({ address: '203.0.113.3', lastSeen: at(50), goneBy: at(50) });
  });

  it('are none where nothing changed', () => {
    expect(former({ observations: [observation(0, 100)] })).toEqual([]);
  });
});

describe('former addresses where little is known', () => {
  it('are none where every sight shows the same', () =>
    expect(former({ observations: [observation(0, 10), observation(40, 50)] })).toEqual([]));

  it('have no cause where the timeline names none', () => {
    const other = facts(
      {},
      { publicIPAddresses: ['203.0.113.9'], outboundPublicIPAddresses: ['203.0.113.9'] },
    );
    const [found] = former({ observations: [observation(0, 10), observation(20, 30, other)] });
    expect(found?.cause).toBe('Unexplained');
  });
});
