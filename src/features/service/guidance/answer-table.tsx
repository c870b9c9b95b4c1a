import { ArrowSync16Regular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { People16Regular } from '@fluentui/react-icons/headless/svg/people';
import { Pin16Regular } from '@fluentui/react-icons/headless/svg/pin';
import type { ReactNode } from 'react';
import type { Entry, Stability } from '../../../domain/guidance/contract.ts';
import { Badge } from '../../../ui/badge.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import type { AnswerRow } from './answer-rows.ts';
import styles from './answer-table.module.css';

type Props = { readonly rows: readonly AnswerRow[]; readonly entries: readonly Entry[] };

/** What to allow, region by region: how long it holds, why, and which field says so. */
export function AnswerTable({ rows, entries }: Props) {
  const names = rows.some(({ name }) => name !== null);
  const regions = rows.some(({ region }) => region !== null);
  const ports = rows.some(row => row.ports !== '');
  const valueHead = valueHeadOf(entries);
  return (
    <table className={styles['table']} aria-labelledby="guidance-answer">
      <thead>
        <tr>
          {regions && <th scope="col">Region</th>}
          {names && <th scope="col">Name</th>}
          <th scope="col">{valueHead}</th>
          {ports && <th scope="col">Port</th>}
          <th scope="col">Stability</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.key}>
            {regions && <RegionCell row={row} before={rows[index - 1]} />}
            {names && (
              <td data-head="Name">
                <Value text={row.name ?? ''} />
              </td>
            )}
            <td data-head={valueHead}>
              <Value text={row.value} whole={row.whole} />
            </td>
            {ports && (
              <td data-head="Port">
                {row.ports}
                {!row.required && <div className={styles['note']}>optional</div>}
              </td>
            )}
            <td data-head="Stability">
              <StabilityBadge stability={row.stability} />
            </td>
            <td data-head="Reason">
              <div>
                {row.reason}
                <div className={styles['note']}>{row.source}</div>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The region's name stands once over its rows; the others repeat it for a screen reader alone. */
function RegionCell({ row, before }: { readonly row: AnswerRow; readonly before: AnswerRow | undefined }) {
  const words = row.region ?? 'Whole service';
  const repeated = before !== undefined && (before.region ?? 'Whole service') === words;
  return <th scope="row">{repeated ? <span className="visually-hidden">{words}</span> : words}</th>;
}

function valueHeadOf(entries: readonly Entry[]): string {
  const kinds = new Set(entries.map(({ valueIs }) => valueIs));
  if (kinds.has('record')) return 'Point at';
  if (entries.every(({ kind }) => kind === 'hostName')) return 'Allow the name';
  return kinds.has('destination') ? 'Allow as destination' : 'Allow as source';
}

type ValueProps = {
  readonly text: string;
  /** Never broken over two lines: half an address is another one. */
  readonly whole?: boolean;
};

function Value({ text, whole = false }: ValueProps) {
  return (
    <span className={styles['value']} data-whole={whole || undefined}>
      <span className="mono">{text}</span>
      <CopyButton text={text} what={text} className={styles['copy']} />
    </span>
  );
}

const stabilities: Readonly<
  Record<Stability, { readonly word: string; readonly icon: ReactNode; readonly title: string }>
> = {
  static: {
    word: 'Static',
    icon: <Pin16Regular />,
    title: 'It stays until one of the documented reasons below changes it.',
  },
  shared: {
    word: 'Shared',
    icon: <People16Regular />,
    title: 'Other customers of Azure use the same addresses.',
  },
  dynamic: {
    word: 'Dynamic',
    icon: <ArrowSync16Regular />,
    title: 'Azure may give out another one, or changes what stands behind it.',
  },
};

function StabilityBadge({ stability }: { readonly stability: Stability }) {
  const { word, icon, title } = stabilities[stability];
  return (
    <Badge icon={icon} title={title}>
      {word}
    </Badge>
  );
}
