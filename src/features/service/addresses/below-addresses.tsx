import type { Service } from '../../../domain/service.ts';
import { knownVnetMode } from '../../../domain/vnet-mode.ts';
import styles from './addresses-tab.module.css';
import { HostNamesTable } from './host-names-table.tsx';
import { PrivateEndpointsTable } from './private-endpoints-table.tsx';
import { RegionBuildsTable } from './region-builds-table.tsx';

/** Below the addresses: how each region is built, the host names, and the private endpoints where there are any. */
export function BelowAddresses({ service }: { readonly service: Service }) {
  return (
    <>
      <section>
        <h2 id="how-regions-are-built">How each region is built</h2>
        <RegionBuildsTable service={service} />
      </section>
      <HostNames service={service} />
      {service.privateEndpoints.length > 0 && (
        <section>
          <h2 id="private-endpoints">Private endpoints</h2>
          <PrivateEndpointsTable connections={service.privateEndpoints} />
        </section>
      )}
    </>
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
