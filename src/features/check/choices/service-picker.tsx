import { useMemo } from 'react';
import { regionLabel } from '../../../domain/region.ts';
import { tierLabel } from '../../../domain/tier.ts';
import type { TenantFleet } from '../../../parts/lookup/use-tenant-fleet.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { OptionList } from '../../../ui/option-list.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import { changeCheckAddress } from '../use-check-address.ts';
import styles from './choices.module.css';

type Props = {
  readonly popup: Popup;
  /** ARM ids. */
  readonly chosen: readonly string[];
  readonly fleet: TenantFleet;
};

/** Every service that the reader may read, to tick. */
export function ServicePicker({ popup, chosen, fleet: { read, underWay } }: Props) {
  const options = useMemo(
    () =>
      [...(read?.services ?? [])]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ id, name, tier, regions: [region] }) => ({
          value: id,
          label: name,
          detail: [tierLabel(tier), region && regionLabel(region.displayName)].filter(Boolean).join(', '),
        })),
    [read],
  );
  return (
    <AnchoredPopover popup={popup} label="Add a service" className={styles['surface']}>
      {options.length === 0 ? (
        <p className={styles['none']}>
          {underWay ? 'The services are being read.' : 'No service that you may read.'}
        </p>
      ) : (
        <OptionList
          what="services"
          options={options}
          chosen={chosen}
          onChange={id => changeCheckAddress({ id })}
          onTaken={popup.close}
        />
      )}
    </AnchoredPopover>
  );
}
