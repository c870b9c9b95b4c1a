import type { Share } from '../../../domain/fleet/distribution.ts';
import styles from './charts.module.css';

type Props = { readonly title: string; readonly shares: readonly Share[] };

/** The twin of a chart: every value, also those that the chart has no room for. */
export function ShareTable({ title, shares }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className={styles['part']} tabIndex={0} aria-label={title}>
      <table className={styles['table']}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{title.replace(/^By /, '').replace(/^./, letter => letter.toUpperCase())}</th>
            <th scope="col">Services</th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
