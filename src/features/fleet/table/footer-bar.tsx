import { columnLabel } from '../../../domain/fleet/columns.ts';
import type { Sort } from '../../../domain/fleet/sort-rows.ts';
import styles from './footer-bar.module.css';

/** Whether the rows are all that Azure answered, a part of it so far, or those of an earlier visit. */
export type Standing = 'whole' | 'so far' | 'as last read';

type Props = {
  /** Indexes of the rows wholly in view, `last` not included. */
  readonly first: number;
  readonly last: number;
  readonly shown: number;
  readonly total: number;
  readonly standing: Standing;
  readonly sort: Sort;
  /** An unexplained change holds its service on top, whatever the order. */
  readonly pinned: boolean;
};

const keys = [
  ['move', ['↑', '↓']],
  ['select', ['Space']],
  ['copy cell', ['C']],
  ['open', ['Enter']],
] as const;

/** Which rows are in view, of how many, in which order; and the keys of the table. */
export function FooterBar({ first, last, shown, total, standing, sort, pinned }: Props) {
  const from = Math.max(0, Math.min(first, shown - 1));
  const to = Math.max(from + 1, Math.min(last, shown));
  const services = total === 1 ? 'service' : 'services';
  const allInView = from === 0 && to === shown;
  const range = allInView ? `${shown}` : `${from + 1} to ${to} of ${shown}`;
  const among = shown === total ? '' : ` found among ${total}`;
  return (
    <footer className={styles['footer']}>
      <p>
        {range}
        {among} {services} that you may read{standing === 'whole' ? '' : `, ${standing}`},{' '}
        {orderText(sort, pinned)}
      </p>
      <ul className={styles['keys']} aria-label="Keys of the table">
        {keys.map(([what, caps]) => (
          <li key={what}>
            {caps.map(cap => (
              <kbd key={cap}>{cap}</kbd>
            ))}
            {what}
          </li>
        ))}
      </ul>
    </footer>
  );
}

/** `by name`, `newest change first`: the order in words; `pinned` where unexplained changes stand above it. */
export function orderText(sort: Sort, pinned: boolean): string {
  return pinned ? `unexplained changes first, then ${sortText(sort)}` : sortText(sort);
}

function sortText({ by, descending }: Sort): string {
  if (by === 'change') return descending ? 'newest change first' : 'oldest change first';
  if (by === 'created') return descending ? 'newest first' : 'oldest first';
  const label = by === 'name' ? 'name' : columnLabel(by);
  return `by ${label === 'name' || by.startsWith('tag:') ? label : lowered(label)}${descending ? ', descending' : ''}`;
}

function lowered(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label;
}
