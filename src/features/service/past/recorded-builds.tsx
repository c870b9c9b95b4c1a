import { armName, armSegment } from '../../../domain/arm-id.ts';
import { regionLabel } from '../../../domain/region.ts';
import type { FactValue } from '../../../domain/timeline/facts.ts';
import type { BuildField, RecordedRegion } from '../../../domain/timeline/recorded-at.ts';
import styles from '../addresses/plain-table.module.css';
import { factWords, plainly } from './fact-words.ts';

type Column = {
  readonly head: string;
  readonly field: BuildField;
  readonly write: (value: FactValue) => string;
};

const columns: readonly Column[] = [
  { head: 'Zones', field: 'zones', write: plainly('not chosen') },
  { head: 'VNet / subnet', field: 'subnetId', write: subnetText },
  {
    head: 'Public IP resource',
    field: 'publicIpAddressId',
    write: value => (typeof value === 'string' ? armName(value) : 'none of its own'),
  },
  { head: 'NAT gateway', field: 'natGatewayState', write: plainly('not reported') },
  { head: 'Platform', field: 'platformVersion', write: plainly('not reported') },
  { head: 'Gateway', field: 'gatewayDisabled', write: value => (value === true ? 'Off' : 'On') },
];

/** What each region was made of. */
export function RecordedBuilds({ regions }: { readonly regions: readonly RecordedRegion[] }) {
  return (
    <table className={styles['table']} aria-labelledby="past-builds">
      <thead>
        <tr>
          <th scope="col">Region</th>
          {columns.map(({ head }) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {regions.map(({ name, facts }) => (
          <tr key={name}>
            <th scope="row">{regionLabel(name)}</th>
            {columns.map(({ head, field, write }) => {
              const { text, quiet } = factWords(facts[field], write);
              return (
                <td key={head} data-head={head} data-quiet={quiet || undefined}>
                  {text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function subnetText(value: FactValue): string {
  if (typeof value !== 'string') return '–';
  const vnet = armSegment(value, 'virtualNetworks');
  return vnet === undefined ? armName(value) : `${vnet} / ${armName(value)}`;
}
