import { useCallback, useMemo, useRef, useState } from 'react';
import type { FleetRow, ServiceRow } from '../../domain/fleet/fleet-row.ts';

export type RowSelection = {
  /** The chosen services, in the order of the table; those that a filter hides are not among them. */
  readonly rows: readonly ServiceRow[];
  readonly extent: 'none' | 'some' | 'all';
  readonly has: (key: string) => boolean;
  /** `range`: everything between the row chosen last and this one. */
  readonly toggle: (key: string, range: boolean) => void;
  readonly toggleAll: () => void;
  readonly clear: () => void;
};

const nothing: ReadonlySet<string> = new Set();

/** Which rows are chosen. What is out of sight is not chosen: nobody copies rows that a filter hides. */
export function useRowSelection(shown: readonly FleetRow[]): RowSelection {
  const [keys, setKeys] = useState(nothing);
  const lastKey = useRef<string>(undefined);
  const rows = useMemo(
    () =>
      keys.size === 0
        ? []
        : shown.filter((row): row is ServiceRow => row.kind === 'service' && keys.has(row.key)),
    [shown, keys],
  );
  const services = useMemo(() => shown.filter(row => row.kind === 'service'), [shown]);

  const toggle = useCallback(
    (key: string, range: boolean) => {
      const at = services.findIndex(row => row.key === key);
      if (at < 0) return;
      const from = range ? services.findIndex(row => row.key === lastKey.current) : -1;
      lastKey.current = key;
      setKeys(chosen => {
        const next = new Set(chosen);
        if (from >= 0) {
          for (const row of services.slice(Math.min(from, at), Math.max(from, at) + 1)) next.add(row.key);
        } else if (!next.delete(key)) next.add(key);
        return next;
      });
    },
    [services],
  );
  const extent = rows.length === 0 ? 'none' : rows.length === services.length ? 'all' : 'some';
  return {
    rows,
    extent,
    has: key => keys.has(key),
    toggle,
    toggleAll: () => setKeys(extent === 'all' ? nothing : new Set(services.map(row => row.key))),
    clear: () => setKeys(nothing),
  };
}
