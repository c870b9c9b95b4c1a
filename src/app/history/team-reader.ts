import type { History } from '../../domain/timeline/history.ts';
import type { ServiceSummary } from '../../domain/timeline/summary.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import type { ServiceKey } from '../../history/schema.ts';
import type { FromTeamWorker, ToTeamWorker } from '../../history/team/team-messages.ts';
import type { TeamFile } from '../../history/team-file.ts';
import { startTeamWorker } from './start-team-worker.ts';

type Options = {
  readonly store: HistoryStore;
  /** What to read, and whether it may be kept. */
  readonly ask: () => Extract<ToTeamWorker, { kind: 'read' }>;
  /** Called when something is new that the store tells. */
  readonly news: () => Promise<void>;
  readonly show: (team: TeamFile) => void;
};

/** Reads the history file that a team keeps beside the page, in a worker: the page has no long task of it, however long it is. */
export class TeamReader {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, (history: History) => void>();
  private held: (readonly [ServiceKey, ServiceSummary | null])[] = [];
  private requests = 0;

  constructor(private readonly options: Options) {}

  /** Reads it, or reads it again. */
  read(): void {
    this.stop();
    const worker = startTeamWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<FromTeamWorker>) => this.heard(data));
    // A worker that the host does not serve, or that runs out of memory.
    worker.addEventListener('error', () => {
      this.options.show({
        host: location.host,
        state: 'missing',
        reason: 'this browser could not run the part of the page that reads it',
      });
      this.stop();
    });
    this.worker = worker;
    this.ask(this.options.ask());
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.held = [];
  }

  private ask(message: ToTeamWorker): void {
    this.worker?.postMessage(message);
  }

  private heard(message: FromTeamWorker): void {
    const { news, show } = this.options;
    switch (message.kind) {
      case 'written':
        void news();
        return;
      case 'held':
        this.held.push(...message.services);
        return;
      case 'team':
        show(message.team);
        if (message.team.state === 'read' && !message.team.kept) this.hold();
        return;
      case 'history':
        this.waiting.get(message.request)?.(message.history);
        this.waiting.delete(message.request);
        return;
      case 'former':
        return;
      case 'done':
        this.stop();
    }
  }

  private hold(): void {
    const { store, news } = this.options;
    store.hold({
      services: this.held.map(([service]) => service),
      summaries: new Map(
        this.held.flatMap(([service, summary]) => (summary ? [[service, summary] as const] : [])),
      ),
      historyOf: service =>
        new Promise(resolve => {
          const request = this.requests++;
          this.waiting.set(request, resolve);
          this.ask({ kind: 'history', request, service });
        }),
    });
    void news();
  }
}
