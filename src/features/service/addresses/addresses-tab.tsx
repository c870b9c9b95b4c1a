import { lazy, Suspense } from 'react';
import { addressRoles } from '../../../domain/guidance/address-roles.ts';
import { roleHeads } from '../../../domain/guidance/role-words.ts';
import type { Service } from '../../../domain/service.ts';
import { useMedia } from '../../../ui/use-media.ts';
import { narrow } from '../phone.ts';
import type { TabProps } from '../tabs/tab-props.ts';
import type { NetworkRead } from '../use-network-facts.ts';
import { AddressMatrix } from './address-matrix.tsx';
import { addressNotes } from './address-notes.ts';
import { AddressNotesList } from './address-notes-list.tsx';
import { BelowSkeleton } from './addresses-skeleton.tsx';
import styles from './addresses-tab.module.css';
import { CopyAllPlace } from './copy-all-place.tsx';
import { RegionLists } from './region-lists.tsx';
import { useUnexplainedAddresses } from './use-unexplained-addresses.ts';

// Beside and below the addresses, none of them: they come behind the first paint, into places of their own.
const BelowAddresses = lazy(async () => ({
  default: (await import('./below-addresses.tsx')).BelowAddresses,
}));
const AddressAside = lazy(async () => ({ default: (await import('./address-aside.tsx')).AddressAside }));
const UnreadableService = lazy(async () => ({
  default: (await import('../unreadable-service.tsx')).UnreadableService,
}));
const CopyAll = lazy(async () => ({ default: (await import('./copy-all.tsx')).CopyAll }));

/** Which address for what, region by region; then how each region is built, and the host names. */
export function AddressesTab({ read, subscription, network }: TabProps) {
  if (!read.service) return <UnreadableService read={read} />;
  const state = subscription.state === 'known' ? subscription.subscription.state : null;
  return (
    <Addresses service={read.service} asOf={read.receivedAt} subscriptionState={state} network={network} />
  );
}

type Props = {
  readonly service: Service;
  /** Epoch ms. */
  readonly asOf: number;
  readonly subscriptionState: string | null;
  readonly network: NetworkRead;
};

function Addresses({ service, asOf, subscriptionState, network }: Props) {
  const { facts, loading } = network;
  const small = useMedia(narrow);
  const roles = addressRoles(service, facts);
  const heads = roleHeads(service);
  const unexplained = useUnexplainedAddresses(service.id);
  const Regions = small ? RegionLists : AddressMatrix;
  return (
    <div className={styles['columns']}>
      <div className={styles['main']}>
        <section>
          <div className={styles['head']}>
            <h2 id="addresses-by-region">Addresses by region</h2>
            <Suspense fallback={<CopyAllPlace />}>
              <CopyAll service={service} roles={roles} heads={heads} asOf={asOf} />
            </Suspense>
          </div>
          <Regions roles={roles} heads={heads} loading={loading} unexplained={unexplained} />
          <AddressNotesList
            service={service}
            notes={addressNotes(roles)}
            subscriptionState={subscriptionState}
            network={network}
          />
        </section>
        <Suspense fallback={<BelowSkeleton />}>
          <BelowAddresses service={service} />
        </Suspense>
      </div>
      <Suspense fallback={<aside />}>
        <AddressAside service={service} facts={facts} subscriptionState={subscriptionState} />
      </Suspense>
    </div>
  );
}
