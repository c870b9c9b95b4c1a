import { useMemo, useSyncExternalStore } from 'react';
import type { ArmWait } from '../azure/arm-activity.ts';
import { useAzure } from '../azure/azure-context.ts';
import { clock } from '../ui/clock.ts';
import { useClock } from '../ui/use-clock.ts';

/** A shorter pause is no news: it would only flash. */
const worthSayingMs = 1_500;

const reasons: Readonly<Record<ArmWait['reason'], string>> = {
  throttled: 'Azure asks for fewer requests',
  server: 'Azure had a problem',
  offline: 'Azure could not be reached',
};

/** The longest pause that a read of this subscription is in, worth telling; undefined where nothing waits. */
export function useArmWait(subscriptionId: string): ArmWait | undefined {
  const { activity } = useAzure().arm;
  const waits = useSyncExternalStore(activity.subscribe, activity.waits);
  return useMemo(() => {
    const key = subscriptionId.toLowerCase();
    return waits
      .filter(one => one.scope.subscriptionId?.toLowerCase() === key)
      .filter(one => one.until - clock.now() >= worthSayingMs)
      .sort((a, b) => b.until - a.until)[0];
  }, [waits, subscriptionId]);
}

/** Why a read waits and when it goes on. The seconds are for the eye alone: read out, they would never end. */
export function ArmWaitText({ wait }: { readonly wait: ArmWait }) {
  const seconds = useClock(now => Math.max(0, Math.ceil((wait.until - now) / 1000)));
  return (
    <span role="status">
      {reasons[wait.reason]}.
      <span aria-hidden="true"> Goes on {seconds > 0 ? `in ${seconds} s` : 'now'}.</span>
      <span className="visually-hidden"> The page goes on by itself.</span>
    </span>
  );
}
