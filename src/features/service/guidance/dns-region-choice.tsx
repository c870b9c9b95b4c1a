import { useId } from 'react';
import { situationOf } from '../../../domain/guidance/situation.ts';
import { regionLabel } from '../../../domain/region.ts';
import type { Service } from '../../../domain/service.ts';
import styles from './guidance-tab.module.css';

type Props = {
  readonly service: Service;
  readonly chosen: string | null;
  readonly onChoose: (region: string | null) => void;
};

/** Which region the gateway name points at: Azure does not balance in Internal mode, so it is the reader's choice. */
export function DnsRegionChoice({ service, chosen, onChoose }: Props) {
  const id = useId();
  const situation = situationOf(service);
  const own = situation === 'classic-internal' || situation === 'v2-injection';
  if (!own || service.regions.length < 2) return null;
  return (
    <div className={styles['choice']}>
      <label htmlFor={id}>Region for the gateway name</label>
      <select id={id} value={chosen ?? ''} onChange={event => onChoose(event.currentTarget.value || null)}>
        <option value="">Choose a region</option>
        {service.regions.map(({ name, displayName, gatewayDisabled }) => (
          <option key={name} value={name} disabled={gatewayDisabled}>
            {regionLabel(displayName)}
            {gatewayDisabled ? ', gateway off' : ''}
          </option>
        ))}
      </select>
    </div>
  );
}
