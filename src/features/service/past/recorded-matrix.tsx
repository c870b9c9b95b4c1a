import { regionLabel } from '../../../domain/region.ts';
import { certain } from '../../../domain/timeline/fact-at.ts';
import type { AddressField } from '../../../domain/timeline/facts.ts';
import type { RecordedRegion } from '../../../domain/timeline/recorded-at.ts';
import { useMedia } from '../../../ui/use-media.ts';
import matrix from '../addresses/address-matrix.module.css';
import lists from '../addresses/region-lists.module.css';
import { narrow } from '../phone.ts';
import { stateText } from '../timeline/dated-words.ts';
import { kindLabels } from '../timeline/lane-layout.ts';
import { RecordedCell } from './recorded-cell.tsx';

type Props = {
  readonly regions: readonly RecordedRegion[];
  /** Said of public addresses that the tier did not promise. */
  readonly doubt: string;
};

const kinds: readonly AddressField[] = [
  'publicIPAddresses',
  'outboundPublicIPAddresses',
  'privateIPAddresses',
];

/** Regions down, kinds of address across: what was recorded, never what they were for by today's rules. */
export function RecordedMatrix({ regions, doubt }: Props) {
  const small = useMedia(narrow);
  const cell = (region: RecordedRegion, kind: AddressField) => (
    <RecordedCell
      state={region.addresses[kind]}
      none="None reported"
      sure={sureOfAll(region) === undefined ? stateText(region.addresses[kind]) : ''}
      doubt={kind === 'privateIPAddresses' ? '' : doubt}
    />
  );
  if (small) {
    return regions.map(region => (
      <section key={region.name} className={lists['region']}>
        <h3>
          {regionLabel(region.name)}
          {primaryNote(region) && <span> {primaryNote(region)}</span>}
        </h3>
        <p className={lists['note']}>{sureOfAll(region)}</p>
        <dl>
          {kinds.map(kind => (
            <div key={kind}>
              <dt>{kindLabels[kind]}</dt>
              <dd>{cell(region, kind)}</dd>
            </div>
          ))}
        </dl>
      </section>
    ));
  }
  return (
    <table className={matrix['matrix']} aria-labelledby="past-addresses">
      <thead>
        <tr>
          <th scope="col">Region</th>
          {kinds.map(kind => (
            <th key={kind} scope="col">
              {kindLabels[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {regions.map(region => (
          <tr key={region.name}>
            <th scope="row">
              {regionLabel(region.name)}
              {primaryNote(region) && <span>{primaryNote(region)}</span>}
              <span>{sureOfAll(region)}</span>
            </th>
            {kinds.map(kind => (
              <td key={kind}>{cell(region, kind)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How sure the addresses are, where it is the same of every kind. */
function sureOfAll({ addresses }: RecordedRegion): string | undefined {
  const [first, ...others] = kinds.map(kind => stateText(addresses[kind]));
  return others.every(one => one === first) ? first : undefined;
}

function primaryNote({ facts }: RecordedRegion): string {
  return certain(facts.primary) === true ? 'primary' : '';
}
