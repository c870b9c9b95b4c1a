import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useMemo, useState } from 'react';
import type { ArmWait } from '../../../azure/arm-activity.ts';
import type { MissingSubscription } from '../../../azure/fleet-missing.ts';
import type { SubscriptionSelection } from '../../../azure/query-resource-graph.ts';
import type { FleetRead } from '../../../azure/read-fleet.ts';
import { missingWords } from '../../../parts/missing-words.ts';
import { ProblemsLink } from '../../../parts/problems-link.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { useClock } from '../../../ui/use-clock.ts';
import type { Fleet } from '../use-fleet.ts';
import { useFleetWaits } from '../use-fleet-waits.ts';
import styles from './banners.module.css';

/** More names would fill the line; the details have them all. */
const mostNamed = 3;

/** Names each subscription that is not, or not wholly, among the rows, with the reason. */
export function MissingBanner({ fleet }: { readonly fleet: Fleet }) {
  const { read, selection } = fleet;
  const [closed, setClosed] = useState('');
  const waits = useFleetWaits();
  const waiting = useMemo(() => waits.filter(one => one.scope.subscriptionId !== undefined), [waits]);
  if (!read) return null;
  const { missing } = read;
  const key = missing.map(one => one.subscriptionId).join();
  if ((missing.length === 0 && waiting.length === 0) || (waiting.length === 0 && key === closed)) return null;
  const asked = askedCount(read, selection);
  const faults = missing.some(one => missingWords(one.reason).isFault) || waiting.length > 0;
  return (
    <Banner
      tone={faults ? 'risk' : 'neutral'}
      live
      shortAction
      action={
        <span className={styles['actions']}>
          <ProblemsLink />
          <button
            type="button"
            className={styles['close']}
            aria-label="Close this notice"
            onClick={() => setClosed(key)}
          >
            <Dismiss16Regular />
          </button>
        </span>
      }
    >
      <b className={styles['title']}>
        {missing.length + waiting.length} of {asked} {asked === 1 ? 'subscription' : 'subscriptions'} could
        not be read{waiting.length > 0 && missing.length === 0 ? ' yet' : ''}.
      </b>{' '}
      <span className={styles['names']}>
        {missing.slice(0, mostNamed).map(one => (
          <span key={one.subscriptionId}>
            {nameOf(one)}: {missingWords(one.reason).short}.{' '}
          </span>
        ))}
        {missing.length > mostNamed && `${missing.length - mostNamed} more. `}
        {waiting.slice(0, mostNamed).map(one => (
          <WaitingText key={one.id} wait={one} read={read} />
        ))}
      </span>
    </Banner>
  );
}

function WaitingText({ wait, read }: { readonly wait: ArmWait; readonly read: FleetRead }) {
  const seconds = useClock(now => Math.max(0, Math.ceil((wait.until - now) / 1000)));
  const id = wait.scope.subscriptionId?.toLowerCase();
  const name = read.subscriptions.find(one => one.id.toLowerCase() === id)?.name ?? wait.scope.subscriptionId;
  const why = wait.reason === 'throttled' ? 'too many requests' : 'no answer yet';
  return (
    <span>
      {name}: {why}, goes on {seconds > 0 ? `in ${seconds} s` : 'now'}.{' '}
    </span>
  );
}

function nameOf({ name, subscriptionId }: MissingSubscription): string {
  return name ?? subscriptionId;
}

function askedCount({ subscriptions, missing }: FleetRead, selection: SubscriptionSelection): number {
  if (selection !== 'all') return selection.length;
  const ids = [...subscriptions.map(one => one.id), ...missing.map(one => one.subscriptionId)];
  return new Set(ids.map(id => id.toLowerCase())).size;
}
