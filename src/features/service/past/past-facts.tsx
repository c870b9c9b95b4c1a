import type { ReactNode } from 'react';
import type { Service } from '../../../domain/service.ts';
import { isSubscriptionAtRisk } from '../../../domain/status.ts';
import { tierLabel } from '../../../domain/tier.ts';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import { certain } from '../../../domain/timeline/fact-at.ts';
import type { History } from '../../../domain/timeline/history.ts';
import type { RecordedService } from '../../../domain/timeline/recorded-at.ts';
import { timeTooltip } from '../../../parts/relative-time.tsx';
import { SubscriptionStateLabel } from '../../../parts/status-label.tsx';
import { VnetBadge } from '../../../parts/vnet-badge.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type FactItem, Facts } from '../header/facts.tsx';
import { platformText } from '../service-facts.ts';
import { factWords, plainly } from './fact-words.ts';
import { useRecord, useRecorded } from './use-record.ts';

type Props = {
  readonly id: string;
  readonly service: Service | null;
  /** Epoch ms. */
  readonly at: number;
};

/** The line of facts of a moment in the past. What no record has (units, the provisioning state) is left out. */
export function PastFacts({ id, service, at }: Props) {
  return <FactsOf history={useRecord(id, service)} at={at} />;
}

/** The same of a history that is known already. */
export function FactsOf({ history, at }: { readonly history: History | undefined; readonly at: number }) {
  const recorded = useRecorded(history, at);
  const moment: FactItem = {
    key: 'as-recorded',
    content: (
      <time dateTime={new Date(at).toISOString()} title={timeTooltip(at)}>
        As recorded on {utcTimeText(at)} UTC
      </time>
    ),
    quiet: true,
  };
  if (!recorded) return <Facts items={[{ key: 'waiting', content: <Skeleton width="30ch" /> }, moment]} />;
  return <Facts items={[...itemsOf(recorded), moment]} />;
}

function itemsOf({ facts, regions, absent }: RecordedService): readonly FactItem[] {
  if (absent) return [{ key: 'absent', content: 'The service was not there', strong: true }];
  const tier = textOf(certain(facts.tier));
  const vnetMode = textOf(certain(facts.vnetMode));
  return [
    tier === undefined
      ? plain('tier', 'Tier', factWords(facts.tier, value => tierLabel(String(value))).text)
      : {
          key: 'tier',
          content: tierLabel(tier),
          meaning: words => words.tierMeaning({ tier }),
          strong: true,
        },
    vnetMode === undefined
      ? plain('vnet', 'VNet mode', factWords(facts.vnetMode, plainly('None')).text)
      : {
          key: 'vnet',
          content: <VnetBadge mode={vnetMode} none="badge" />,
          ...(tier === undefined ? {} : { meaning: words => words.vnetMeaning({ tier, vnetMode }) }),
        },
    subscriptionItem(facts),
    ...publicAccess(facts),
    platforms(regions),
    {
      key: 'regions',
      content: regions.length === 1 ? 'One region' : `${regions.length} regions`,
      quiet: true,
    },
  ];
}

function plain(key: string, name: string, text: string): FactItem {
  return { key, content: `${name} ${text.replace(/^Not/, 'not')}`, quiet: true };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function subscriptionItem({ subscriptionState }: RecordedService['facts']): FactItem {
  const state = textOf(certain(subscriptionState));
  if (state === undefined)
    return plain('subscription', 'Subscription state', factWords(subscriptionState, plainly('unknown')).text);
  const content: ReactNode = isSubscriptionAtRisk(state) ? (
    <SubscriptionStateLabel state={state} />
  ) : (
    `Subscription ${state.toLowerCase()}`
  );
  return { key: 'subscription', content, meaning: words => words.subscriptionMeaning(state) };
}

/** Said only where it was not the default. */
function publicAccess({ publicNetworkAccess }: RecordedService['facts']): readonly FactItem[] {
  const access = textOf(certain(publicNetworkAccess));
  if (access === undefined || access.toLowerCase() === 'enabled') return [];
  return [{ key: 'public-access', content: `Public access ${access.toLowerCase()}` }];
}

function platforms(regions: RecordedService['regions']): FactItem {
  const versions = regions.map(({ facts }) => textOf(certain(facts.platformVersion)));
  return versions.length === 0 || versions.includes(undefined)
    ? { key: 'platform', content: 'Platform not recorded', quiet: true }
    : {
        key: 'platform',
        content: platformText({ regions: versions.map(version => ({ platformVersion: version ?? null })) }),
      };
}
