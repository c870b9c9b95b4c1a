import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import type { Service, ServiceRegion } from '../../../domain/service.ts';
import { hasMixedPlatforms } from '../service-facts.ts';
import styles from './plain-table.module.css';
import {
  type BuildCell,
  natGatewayCell,
  platformCell,
  publicIpCell,
  subnetCell,
  unitsCell,
  zonesCell,
} from './region-builds.ts';
import { regionWords } from './region-names.ts';
import { ResourceName } from './resource-name.tsx';

/** What each region is made of. The platform stands here only where the regions differ: the header says it else. */
export function RegionBuildsTable({ service }: { readonly service: Service }) {
  const mixed = hasMixedPlatforms(service);
  const heads = ['Units', 'Zones', 'VNet / subnet', 'Public IP resource', 'NAT gateway'];
  return (
    <table className={styles['table']} aria-labelledby="how-regions-are-built">
      <thead>
        <tr>
          {['Region', ...heads, ...(mixed ? ['Platform'] : []), 'Gateway'].map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {service.regions.map(region => (
          <tr key={region.name}>
            <th scope="row">{regionWords(region).name}</th>
            <Cell head="Units" {...unitsCell(region)} />
            <Cell head="Zones" {...zonesCell(service, region)} />
            <Cell head="VNet / subnet" {...subnetCell(region)} />
            <Cell head="Public IP resource" {...publicIpCell(service, region)} />
            <Cell head="NAT gateway" {...natGatewayCell(region)} />
            {mixed && <Cell head="Platform" {...platformCell(region)} />}
            <td data-head="Gateway">
              <GatewayState region={region} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ head, text, armId, quiet }: BuildCell & { readonly head: string }) {
  return (
    <td data-head={head} data-quiet={quiet || undefined}>
      {armId === undefined ? text : <ResourceName id={armId}>{text}</ResourceName>}
    </td>
  );
}

function GatewayState({ region }: { readonly region: ServiceRegion }) {
  return (
    <span className={styles['state']} data-tone={region.gatewayDisabled ? 'risk' : 'fine'}>
      {region.gatewayDisabled ? <Warning16Filled /> : <CheckmarkCircle16Regular />}
      {region.gatewayDisabled ? 'Off' : 'On'}
    </span>
  );
}
