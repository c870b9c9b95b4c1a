import { columnLabel } from '../../../domain/fleet/columns.ts';
import { Skeleton, Skeletons } from '../../../ui/skeleton.tsx';
import { type FleetLayout, gridTemplate } from '../fleet-layout.ts';
import styles from './loading-rows.module.css';

const rows = Array.from({ length: 14 }, (_, index) => index);
/** Widths of the bars in percent: uneven, as names and addresses are, and the same at every visit. */
const widths = [62, 48, 70, 54, 66, 44, 58] as const;

/** Bars in the real columns, under the real heads, while the first rows are on their way. */
export function LoadingRows({ layout }: { readonly layout: FleetLayout }) {
  const heads = ['Service', ...layout.columns.map(columnLabel)];
  return (
    <div className={styles['loading']} role="status">
      <span className="visually-hidden">The services are being read.</span>
      <div aria-hidden="true">
        {!layout.entries && (
          <div className={styles['head']} style={{ gridTemplateColumns: gridTemplate(layout) }}>
            <span />
            {heads.map(head => (
              <span key={head}>{head}</span>
            ))}
          </div>
        )}
        <Skeletons>
          {rows.map(row => (
            <div
              key={row}
              className={styles['row']}
              style={layout.entries ? undefined : { gridTemplateColumns: gridTemplate(layout) }}
            >
              {!layout.entries && <span />}
              {(layout.entries ? heads.slice(0, 2) : heads).map((head, at) => (
                <span key={head} className={styles['cell']}>
                  <Skeleton width={`${widths[(row + at) % widths.length]}%`} />
                  {at < 2 && <Skeleton width={`${widths[(row + at + 3) % widths.length]}%`} line="caption" />}
                </span>
              ))}
            </div>
          ))}
        </Skeletons>
      </div>
    </div>
  );
}
