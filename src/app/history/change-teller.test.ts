import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Change } from '../../domain/timeline/change.ts';
import type { History } from '../../domain/timeline/history.ts';
import { timelineOf } from '../../domain/timeline/merge.ts';
import { type ServiceSummary, summarise } from '../../domain/timeline/summary.ts';
import { change, facts, minute, observation, service } from '../../domain/timeline/test-data.ts';
import { ChangeTeller } from './change-teller.ts';

const partition = { cloud: 'AzureCloud', tenant: 't-1', account: 'a-1' };
const opened = Date.parse(minute(100));
const moved = facts(
  {},
  { publicIPAddresses: ['203.0.113.9'], outboundPublicIPAddresses: ['203.0.113.9'], zones: ['1', '2'] },
);
const changed: History = { observations: [observation(0, 90), observation(120, 120, moved)], changes: [] };

type Shown = {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly close: () => void;
};
let shown: Shown[];
let closed: number;

beforeEach(() => {
  shown = [];
  closed = 0;
  class FakeNotification {
    static permission = 'granted';
    constructor(
      readonly title: string,
      options: { readonly body: string; readonly tag: string },
    ) {
      shown.push({ title, ...options, close: () => this.close() });
    }
    close(): void {
      closed += 1;
    }
  }
  vi.stubGlobal('Notification', FakeNotification);
});
afterEach(() => vi.unstubAllGlobals());

function summaryOf(history: History): readonly ServiceSummary[] {
  const summary = summarise(timelineOf(history), new Map(), opened);
  return summary ? [summary] : [];
}

/** A teller whose history is what was heard last. */
function teller(first: History) {
  let history = first;
  const one = new ChangeTeller({ store: { historyOf: async () => history }, partition, since: opened });
  return {
    one,
    hear: (next: History) => {
      history = next;
      return one.hear(summaryOf(next));
    },
  };
}

it('tells once of an address that changed: the service and the reason, no address', async () => {
  const { hear } = teller(changed);
  await hear(changed);
  await hear(changed);
  expect(shown).toMatchObject([{ title: 'An address changed', body: 'contoso-api: Zones changed' }]);
  expect(JSON.stringify(shown)).not.toContain('203.0.113');
});

it('does not tell it again when Azure’s record of it comes in', async () => {
  const { hear } = teller(changed);
  await hear(changed);
  const row: Change = change(110, {
    differences: [{ region: 'westeurope', field: 'zones', before: null, after: ['1', '2'] }],
  });
  await hear({ ...changed, changes: [row] });
  expect(shown).toHaveLength(1);
});

it('tells of the next change', async () => {
  const { hear } = teller(changed);
  await hear(changed);
  await hear({ ...changed, observations: [...changed.observations, observation(140, 140)] });
  expect(shown).toHaveLength(2);
});

it.each([
  ['what happened before the page was opened', [observation(0, 50), observation(60, 60, moved)]],
  ['a change of the tier alone', [observation(0, 90), observation(120, 120, facts({ tier: 'Developer' }))]],
])('does not tell of %s', async (_, observations) => {
  const { hear } = teller(changed);
  await hear({ observations, changes: [] });
  expect(shown).toEqual([]);
});

it('tells nothing for whoever has left, and takes back what it told', async () => {
  let come: (history: History) => void = () => undefined;
  const slow = new Promise<History>(resolve => {
    come = resolve;
  });
  const late = new ChangeTeller({ store: { historyOf: () => slow }, partition, since: opened });
  const heard = late.hear(summaryOf(changed));
  late.stop();
  come(changed);
  await heard;
  expect(shown).toEqual([]);

  const { one, hear } = teller(changed);
  await hear(changed);
  one.stop();
  expect(closed).toBe(1);
});

it('tells nothing where the permission was taken back', async () => {
  Reflect.set(Notification, 'permission', 'denied');
  const { hear } = teller(changed);
  await hear(changed);
  expect(shown).toEqual([]);
});

it('tells of several services in one notification, under a tag of this account alone', async () => {
  const ids = ['a', 'b', 'c', 'd'].map(name => `${service}-${name}`);
  const of = (id: string): History => ({
    observations: changed.observations.map(one => ({ ...one, service: id })),
    changes: [],
  });
  const one = new ChangeTeller({ store: { historyOf: async id => of(id) }, partition, since: opened });
  await one.hear(ids.flatMap(id => summaryOf(of(id))));
  expect(shown).toMatchObject([
    {
      title: 'Addresses of 4 services changed',
      body: 'contoso-api-a, contoso-api-b, contoso-api-c, 1 more',
      tag: expect.stringContaining('azurecloud/t-1/a-1'),
    },
  ]);
});
