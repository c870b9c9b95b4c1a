import { type AddressCell, distinctAddresses } from '../../../domain/fleet/addresses.ts';
import { addressWords } from '../../../domain/fleet/cell-text.ts';
import type { Column } from '../../../domain/fleet/columns.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from './cells.module.css';
import { MoreButton } from './more-button.tsx';

type Props = {
  readonly cell: AddressCell;
  readonly column: Column;
  /** The service, for the names of the buttons. */
  readonly of: string;
  /** In the grid the arrow keys lead, elsewhere the Tab key; and the grid hears the presses of its buttons. */
  readonly inGrid?: boolean;
};

const names: Readonly<Record<string, string>> = {
  public: 'public IPs',
  private: 'private VIPs',
  outbound: 'outbound IPs',
};

/** One address with its copy button, the others behind `+2`; or the word for why there is none. */
export function AddressValue({ cell, column, of, inGrid = false }: Props) {
  const tabIndex = inGrid ? -1 : 0;
  const addresses = distinctAddresses(cell.addresses);
  const [first] = addresses;
  const what = names[column] ?? 'addresses';
  if (first === undefined) {
    const reported = distinctAddresses(cell.reported).length;
    return (
      <>
        <span className={styles['quiet']}>{addressWords[cell.kind]}</span>
        {reported > 0 && (
          <MoreButton column={column} label={`${reported} reported by Azure for ${of}`} tabIndex={tabIndex}>
            {reported} reported
          </MoreButton>
        )}
      </>
    );
  }
  const more = addresses.length - 1;
  return (
    <>
      <span className={styles['address']} data-long={first.length > 18 || undefined}>
        {first}
      </span>
      {more > 0 && (
        <MoreButton column={column} label={`All ${addresses.length} ${what} of ${of}`} tabIndex={tabIndex}>
          +{more}
        </MoreButton>
      )}
      {inGrid ? <GridCopy text={first} /> : <CopyButton text={first} what={first} />}
    </>
  );
}

/** Without a state and an icon of its own, which each row that comes would pay for: it is drawn where the pointer is. */
function GridCopy({ text }: { readonly text: string }) {
  const label = `Copy ${text}`;
  return (
    <button
      type="button"
      className={styles['copy']}
      data-copy={text}
      aria-label={label}
      title={label}
      tabIndex={-1}
    />
  );
}
