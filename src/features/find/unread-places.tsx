import { type UnreadPlace, unreadPlaceText } from '../../domain/find/unread-place.ts';
import { numberText } from '../../ui/locale.ts';
import styles from './unread-places.module.css';

/** More would hide the answer; Problems has those that were asked for. */
const mostShown = 100;

/** Which subnets and private endpoints could not be read, each with its reason. */
export function UnreadPlaces({ places }: { readonly places: readonly UnreadPlace[] }) {
  const shown = places.slice(0, mostShown);
  return (
    <details className={styles['unread']}>
      <summary>Which could not be read, and why</summary>
      <ul>
        {shown.map(place => (
          <li key={place.id} title={place.id}>
            {unreadPlaceText(place)}
          </li>
        ))}
        {shown.length < places.length && <li>{numberText(places.length - shown.length)} more.</li>}
      </ul>
    </details>
  );
}
