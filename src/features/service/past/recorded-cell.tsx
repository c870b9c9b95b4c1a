import type { AddressState } from '../../../domain/timeline/at-date.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from '../addresses/address-cell.module.css';

type Props = {
  readonly state: AddressState;
  /** What stands where the record says that there was none. */
  readonly none: string;
  /** Said of addresses that the tier did not promise. */
  readonly doubt: string;
  /** How sure the addresses are; empty where it is said of the whole region. */
  readonly sure: string;
};

/** The addresses of one kind in one region as recorded, each to copy, `Unknown` where nothing was recorded. */
export function RecordedCell({ state, none, doubt, sure }: Props) {
  const { values, instead } = shownOf(state, none);
  const doubtful = doubt !== '' || state.state !== 'known';
  return (
    <div className={styles['cell']} data-doubtful={doubtful || undefined}>
      {values.map(value => (
        <div key={value} className={styles['value']}>
          <span className="mono">{value}</span>
          <CopyButton text={value} what={value} className={styles['copy']} />
        </div>
      ))}
      {instead !== '' && (
        <div className={state.state === 'gap' ? `${styles['instead']} mono` : styles['instead']}>
          {instead}
        </div>
      )}
      {values.length > 0 && doubt !== '' && <div className={styles['note']}>{doubt}</div>}
      {sure !== '' && <div className={styles['note']}>{sure}</div>}
    </div>
  );
}

function shownOf(
  state: AddressState,
  none: string,
): { readonly values: readonly string[]; readonly instead: string } {
  switch (state.state) {
    case 'known':
    case 'after-record':
      return { values: state.addresses, instead: state.addresses.length === 0 ? none : '' };
    case 'gap':
      if (state.same) return { values: state.before, instead: state.before.length === 0 ? none : '' };
      return { values: [], instead: `${listed(state.before, none)} or ${listed(state.after, none)}` };
    case 'no-region':
    case 'no-service':
      return { values: [], instead: '–' };
    case 'before-record':
      return { values: [], instead: 'Unknown' };
  }
}

function listed(addresses: readonly string[], none: string): string {
  return addresses.length === 0 ? none.toLowerCase() : addresses.join(', ');
}
