import type { QueryProblem } from '../../../domain/url/query-codec.ts';
import type { ServiceTab } from '../../../domain/url/service-url.ts';
import { type TabEntry, tabEntries } from './service-tabs.ts';

/** The tab that a link opens. One of the contract that this version does not have opens the first, and says so. */
export function openTab(asked: ServiceTab): {
  readonly tab: TabEntry;
  readonly missing: readonly QueryProblem[];
} {
  const [first] = tabEntries;
  const tab = tabEntries.find(one => one.tab === asked);
  if (tab) return { tab, missing: [] };
  if (!first) throw new Error('The service screen has no tab.');
  return {
    tab: first,
    missing: [{ key: 'tab', value: asked, reason: 'is a tab that this version does not have' }],
  };
}
