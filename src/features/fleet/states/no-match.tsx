import { PlainButton } from '../../../ui/plain-button.tsx';
import styles from './no-match.module.css';

type Props = { readonly total: number; readonly onClear: () => void };

/** The filters let nothing through: said where the rows would stand. */
export function NoMatch({ total, onClear }: Props) {
  return (
    <section className={styles['none']} role="status">
      <p>
        {total === 1
          ? 'The one service that you may read does not fit these filters.'
          : `None of the ${total} services that you may read fits these filters.`}
      </p>
      <PlainButton onClick={onClear}>Clear the filters</PlainButton>
    </section>
  );
}
