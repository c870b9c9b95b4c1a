import type { ServiceSummary } from '../../domain/timeline/summary.ts';
import { clock } from '../../ui/clock.ts';
import type { ChangeTeller, TellerOptions } from './change-teller.ts';

/** The browser's notifications, whose code comes when the reader has chosen them. */
export class LazyTeller {
  private readonly opened = clock.now();
  private teller: Promise<ChangeTeller> | undefined;

  constructor(private readonly options: Pick<TellerOptions, 'store' | 'partition'>) {}

  /** Begins to tell, or takes back what was told. */
  choose(tell: boolean): void {
    if (tell) this.teller ??= this.load();
    else {
      void this.teller?.then(teller => teller.stop());
      this.teller = undefined;
    }
  }

  hear(summaries: readonly ServiceSummary[]): void {
    void this.teller?.then(teller => teller.hear(summaries));
  }

  private async load(): Promise<ChangeTeller> {
    const { ChangeTeller } = await import('./change-teller.ts');
    return new ChangeTeller({ ...this.options, since: this.opened });
  }
}
