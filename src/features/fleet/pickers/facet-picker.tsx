import { useMemo } from 'react';
import { type Facet, facetOptions } from '../../../domain/fleet/facets.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { OptionList } from '../../../ui/option-list.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import styles from './pickers.module.css';

type Props = {
  readonly popup: Popup;
  readonly what: string;
  readonly facet: Facet;
  readonly rows: readonly FleetRow[];
  readonly chosen: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

/** The values of one fact, each with the number of services that have it. */
export function FacetPicker({ popup, what, facet, rows, chosen, onChange }: Props) {
  const options = useMemo(() => facetOptions(rows, facet, chosen), [rows, facet, chosen]);
  return (
    <AnchoredPopover popup={popup} label={`Narrow to ${what}`} className={styles['surface']}>
      {options.length === 0 ? (
        <p>None of these services has {what}.</p>
      ) : (
        <OptionList what={what} options={options} chosen={chosen} onChange={onChange} />
      )}
      {chosen.length > 0 && (
        <div className={styles['foot']}>
          <PlainButton kind="link" onClick={() => onChange([])}>
            Clear
          </PlainButton>
        </div>
      )}
    </AnchoredPopover>
  );
}
