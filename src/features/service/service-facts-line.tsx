import type { ServiceRead } from '../../azure/get-service.ts';
import type { ServiceId } from '../../domain/arm-id.ts';
import { ArmWaitText, useArmWait } from '../../parts/arm-wait.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AsOf } from './header/as-of.tsx';
import { factItems } from './header/fact-items.tsx';
import { type FactItem, Facts } from './header/facts.tsx';
import type { SubscriptionRead } from './use-subscription.ts';

type Props = {
  readonly read: ServiceRead | undefined;
  readonly failed: boolean;
  readonly id: ServiceId;
  readonly subscription: SubscriptionRead;
};

/** Tier, VNet mode, status and the rest, then when and from where they were read. */
export function ServiceFacts({ read, failed, id, subscription }: Props) {
  const wait = useArmWait(id.subscriptionId);
  if (read === undefined) return failed ? null : <FactsOnTheirWay />;
  const source: FactItem[] = [
    { key: 'as-of', content: <AsOf at={read.receivedAt} />, quiet: true },
    {
      key: 'source',
      content: wait ? <ArmWaitText wait={wait} /> : 'Azure Resource Manager',
      quiet: true,
    },
  ];
  const facts = read.service ? factItems(read.service, subscription) : [];
  return <Facts items={[...facts, ...source]} />;
}

const widths = ['16ch', '9ch', '8ch', '20ch', '14ch', '10ch', '30ch'];

export function FactsOnTheirWay() {
  return <Facts items={widths.map(width => ({ key: width, content: <Skeleton width={width} /> }))} />;
}
