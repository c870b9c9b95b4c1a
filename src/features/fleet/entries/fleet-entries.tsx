import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useRef } from 'react';
import { readColumn } from '../../../domain/fleet/columns.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { useDocumentTop } from '../table/use-document-top.ts';
import type { GridActions } from '../table/use-grid.ts';
import styles from './entries.module.css';
import { ServiceEntry, UnreadableEntry } from './service-entry.tsx';

type Props = GridActions & { readonly rows: readonly FleetRow[] };

/** About the height of an entry with one public IP, in px; each is measured when it is drawn. */
const usualHeight = 148;

/** The services one below the other, for narrow screens and high zoom. Only those in view are drawn. */
export function FleetEntries({ rows, onMore, onJson }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const top = useDocumentTop(list);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 4,
    scrollMargin: top,
  });

  function onClick(event: MouseEvent<HTMLElement>): void {
    const target = event.target as HTMLElement;
    const key = target.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const row = rows.find(one => one.key === key);
    const more = target.closest<HTMLElement>('[data-more]');
    const json = target.closest<HTMLElement>('[data-json]');
    if (row?.kind === 'service' && more) {
      const column = readColumn(more.dataset['more'] ?? '');
      if (column) onMore(row, column, more);
    } else if (row?.kind === 'unreadable' && json) onJson(row, json);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it hears the presses of the buttons inside, which the keyboard presses too
    <ul
      ref={list}
      className={styles['entries']}
      style={{ height: virtualizer.getTotalSize() }}
      aria-label="Services"
      onClick={onClick}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        if (!row) return null;
        const place = { index, top: start - top, count: rows.length, measure: virtualizer.measureElement };
        return row.kind === 'service' ? (
          <ServiceEntry key={row.key} row={row} {...place} />
        ) : (
          <UnreadableEntry key={row.key} row={row} {...place} />
        );
      })}
    </ul>
  );
}
