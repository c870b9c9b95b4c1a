import { armName } from '../../domain/arm-id.ts';
import { causeLabel } from '../../domain/timeline/cause-texts.ts';
import { isAddressDifference } from '../../domain/timeline/difference.ts';
import type { TimelineEntry } from '../../domain/timeline/entry.ts';
import { timelineOf } from '../../domain/timeline/merge.ts';
import type { ServiceSummary } from '../../domain/timeline/summary.ts';
import { instantOf } from '../../domain/timeline/time.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import { databaseName, type Partition } from '../../history/partition.ts';
import { goTo } from '../../ui/navigation.ts';

export type TellerOptions = {
  readonly store: Pick<HistoryStore, 'historyOf'>;
  /** Whose changes they are. */
  readonly partition: Partition;
  /** Epoch ms: what happened before is on the screen already, or in the note about the last visit. */
  readonly since: number;
};

type News = { readonly service: string; readonly entry: TimelineEntry };

/** So many services are named. */
const most = 3;

/**
 * Lets the browser tell of addresses that change while a tab is open. It says which service and why, and never an address:
 * a notification stands on lock screens and on shared screens.
 */
export class ChangeTeller {
  private readonly told = new Map<string, number>();
  private readonly shown = new Set<Notification>();
  private work: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly options: TellerOptions) {}

  /** What the history knows now; resolves when what is new was told. */
  hear(summaries: readonly ServiceSummary[]): Promise<void> {
    const candidates = summaries.filter(
      ({ service, last }) => last !== null && instantOf(last.at) > this.knownUntil(service),
    );
    if (candidates.length > 0) this.work = this.work.then(() => this.tell(candidates));
    return this.work;
  }

  /** Nothing more is told; what stands on the screen was for whoever was signed in, and goes. */
  stop(): void {
    this.stopped = true;
    for (const one of this.shown) one.close();
    this.shown.clear();
  }

  private knownUntil(service: string): number {
    return this.told.get(service) ?? this.options.since;
  }

  private async tell(candidates: readonly ServiceSummary[]): Promise<void> {
    const news: News[] = [];
    for (const { service } of candidates) {
      const until = this.knownUntil(service);
      const entries = timelineOf(await this.options.store.historyOf(service));
      this.told.set(
        service,
        entries.reduce((last, one) => Math.max(last, instantOf(one.at)), until),
      );
      const entry = entries.findLast(
        one => instantOf(one.at) > until && one.differences.some(isAddressDifference),
      );
      if (entry) news.push({ service, entry });
    }
    if (news.length > 0 && !this.stopped) this.show(news);
  }

  private show(news: readonly News[]): void {
    const { title, body, href } = textOf(news);
    // Another tab tells the same under the same tag: the browser shows it once.
    const tag = `${databaseName(this.options.partition)} ${news.map(one => one.entry.id).join(' ')}`;
    const notification = notify(title, { body, tag });
    if (!notification) return;
    this.shown.add(notification);
    notification.onclose = () => this.shown.delete(notification);
    notification.onclick = () => {
      notification.close();
      window.focus();
      goTo(href);
    };
  }
}

function textOf(news: readonly News[]) {
  const [first, ...more] = news;
  if (first && more.length === 0) {
    const { service, entry } = first;
    const causes = entry.causes.map(code => causeLabel(code, entry.deleted)).join(', ');
    return {
      title: 'An address changed',
      body: [armName(service), causes].filter(Boolean).join(': '),
      href: `${service}?tab=timeline`,
    };
  }
  const names = news.slice(0, most).map(one => armName(one.service));
  const rest = news.length - names.length;
  return {
    title: `Addresses of ${news.length} services changed`,
    body: [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', '),
    href: '/?changed=14d',
  };
}

/** Undefined where the reader took the permission back, or the browser (on Android) gives it to service workers alone. */
function notify(title: string, options: NotificationOptions): Notification | undefined {
  if (Notification.permission !== 'granted') return undefined;
  try {
    return new Notification(title, options);
  } catch {
    return undefined;
  }
}
