import { useEffect, useState } from 'react';
import { utcDateText } from '../../domain/time/time-text.ts';
import { useHistory } from '../../history/history-context.ts';
import type { Usage } from '../../history/history-store.ts';
import { numberText } from '../../ui/locale.ts';
import styles from './settings.module.css';

type Used = { readonly usage: Usage | null; readonly bytes: number | null };

/** How much is recorded, and how much room the browser says that this page takes. */
export function HistoryUsage() {
  const { store, version, status } = useHistory();
  const [used, setUsed] = useState<Used>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that something was written
  useEffect(() => {
    let left = false;
    if (!store) return;
    void Promise.all([store.usage(), bytesOfPage()]).then(([usage, bytes]) => {
      if (!left) setUsed({ usage, bytes });
    });
    return () => {
      left = true;
    };
  }, [store, version, status]);
  const rows = rowsOf(used);
  return (
    <dl className={styles['facts']} aria-label="What is recorded">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function rowsOf(used: Used | undefined): readonly (readonly [string, string])[] {
  if (!used) return [['Recorded', 'Counting']];
  const { usage, bytes } = used;
  const room = bytes === null ? 'The browser does not say' : `${sizeText(bytes)}, of all accounts together`;
  if (!usage) {
    return [
      ['Recorded', 'Cannot be read'],
      ['Storage of this page', room],
    ];
  }
  return [
    [
      'Recorded',
      `${count(usage.observations, 'observation')} of ${count(usage.services, 'service')}, ${count(usage.changes, 'record')} of Azure’s`,
    ],
    ['Since', usage.since === null ? 'Nothing is recorded' : utcDateText(usage.since)],
    ['Storage of this page', room],
  ];
}

function count(number: number, what: string): string {
  return `${numberText(number)} ${what}${number === 1 ? '' : 's'}`;
}

function sizeText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB'];
  let size = bytes;
  let unit = 0;
  for (; size >= 1_000 && unit < units.length - 1; unit += 1) size /= 1_000;
  return `${size < 10 && unit > 0 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}

/** Null where the browser gives no estimate, as outside of a secure context. */
async function bytesOfPage(): Promise<number | null> {
  try {
    return (await navigator.storage.estimate()).usage ?? null;
  } catch {
    return null;
  }
}
