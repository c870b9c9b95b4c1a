import { type KeyboardEvent, Suspense, useEffect, useRef } from 'react';
import { armKey, formatServiceId, type ServiceId } from '../../../domain/arm-id.ts';
import type { Service } from '../../../domain/service.ts';
import { formatServiceQuery, type ServiceQuery } from '../../../domain/url/service-url.ts';
import { useHistory } from '../../../history/history-context.ts';
import { CauseMark } from '../../../parts/cause-mark.tsx';
import { followInApp } from '../../../ui/navigation.ts';
import { type TabEntry, tabEntries } from './service-tabs.ts';
import styles from './tab-strip.module.css';

export const panelId = 'service-tab-panel';
export const tabId = (tab: string) => `service-tab-${tab}`;

type Props = {
  readonly id: ServiceId;
  readonly query: ServiceQuery;
  readonly selected: TabEntry;
  /** Null until it is known. */
  readonly service: Service | null;
};

/**
 * The tabs: links, because each is an address that can be opened in a new tab and gone back from; in the tab pattern,
 * because one panel stands below them. Arrow keys move, Enter and Space open (the panels are fetched when opened).
 */
export function TabStrip({ id, query, selected, service }: Props) {
  const { changes } = useHistory();
  const unexplained = changes?.get(armKey(formatServiceId(id)))?.unexplained;
  const strip = useRef<HTMLDivElement>(null);
  // On a phone the strip is wider than the screen: the tab that is open stands in it whole.
  useEffect(() => {
    document.getElementById(tabId(selected.tab))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected.tab]);

  function move(event: KeyboardEvent<HTMLDivElement>): void {
    const links = [...(strip.current?.querySelectorAll('a') ?? [])];
    const at =
      document.activeElement instanceof HTMLAnchorElement ? links.indexOf(document.activeElement) : -1;
    const to = targetOf(event.key, at, links.length);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ') {
      event.preventDefault();
      links[at]?.click();
    } else if (to !== undefined) {
      event.preventDefault();
      links[to]?.focus();
    }
  }

  return (
    <div className={styles['strip']} role="tablist" aria-label="Service" ref={strip} onKeyDown={move}>
      {tabEntries.map(({ tab, label, preload, Mark }) => (
        <a
          key={tab}
          id={tabId(tab)}
          role="tab"
          href={`${location.pathname}${formatServiceQuery({ ...query, tab })}`}
          aria-selected={tab === selected.tab}
          aria-controls={panelId}
          tabIndex={tab === selected.tab ? 0 : -1}
          onClick={followInApp}
          onFocus={preload}
          onPointerEnter={preload}
        >
          <span data-label={label}>
            <span>
              {label}
              {Mark && service && (
                <Suspense fallback={null}>
                  <Mark service={service} />
                </Suspense>
              )}
              {tab === 'timeline' && unexplained && (
                <i title="An unexplained change">
                  <CauseMark kind="unexplained" />
                  <span className="visually-hidden">, an unexplained change</span>
                </i>
              )}
            </span>
          </span>
        </a>
      ))}
    </div>
  );
}

function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
