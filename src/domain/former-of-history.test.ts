import { describe, expect, it } from 'vitest';
import { endText, intervalText } from './former-address.ts';
import { formerOf } from './former-of-history.ts';
import { absentFacts } from './timeline/facts.ts';
import type { History } from './timeline/history.ts';
import { change, facts, minute, observation } from './timeline/test-data.ts';

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
