import { lazy, Suspense } from 'react';
import { addressRoles } from '../../../domain/guidance/address-roles.ts';
import { roleHeads } from '../../../domain/guidance/role-words.ts';
import type { Service } from '../../../domain/service.ts';
import { knownVnetMode } from '../../../domain/vnet-mode.ts';
import { useMedia } from '../../../ui/use-media.ts';
import { narrow } from '../phone.ts';
import type { TabProps } from '../tabs/tab-props.ts';
import type { NetworkRead } from '../use-network-facts.ts';
import { AddressMatrix } from './address-matrix.tsx';
import { addressNotes } from './address-notes.ts';
import { AddressNotesList } from './address-notes-list.tsx';
import styles from './addresses-tab.module.css';
import { CopyAllPlace } from './copy-all-place.tsx';
import { HostNamesTable } from './host-names-table.tsx';
import { RegionBuildsTable } from './region-builds-table.tsx';
import { RegionLists } from './region-lists.tsx';
import { useUnexplainedAddresses } from './use-unexplained-addresses.ts';

// Beside the addresses, not one of them: it comes behind the first paint, into a column of its own.
const AddressAside = lazy(async () => ({ default: (await import('./address-aside.tsx')).AddressAside }));
const PrivateEndpointsTable = lazy(async () => ({
  default: (await import('./private-endpoints-table.tsx')).PrivateEndpointsTable,
}));
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
        <section>
          <h2 id="how-regions-are-built">How each region is built</h2>
          <RegionBuildsTable service={service} />
        </section>
        <HostNames service={service} />
        {service.privateEndpoints.length > 0 && (
          <section>
            <h2 id="private-endpoints">Private endpoints</h2>
            <Suspense fallback={null}>
              <PrivateEndpointsTable connections={service.privateEndpoints} />
            </Suspense>
          </section>
        )}
      </div>
      <Suspense fallback={<aside />}>
        <AddressAside service={service} facts={facts} subscriptionState={subscriptionState} />
      </Suspense>
    </div>
  );
}

function HostNames({ service }: { readonly service: Service }) {
  const internal = knownVnetMode(service.vnetMode) === 'Internal';
  return (
    <section>
      <h2>
        <span id="host-names">Host names</span>
        {internal && <small>In Internal mode these resolve only through your own DNS</small>}
      </h2>
      {service.hostNames.length > 0 ? (
        <HostNamesTable service={service} />
      ) : (
        <p className={styles['none']}>Azure reports no host name.</p>
      )}
    </section>
  );
}
