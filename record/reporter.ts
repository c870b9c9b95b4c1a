import type { ArmWait } from '../src/azure/arm-activity.ts';
import type { TimelineEntry } from '../src/domain/timeline/entry.ts';
import type { Options } from './options.ts';
import { lineOf } from './told.ts';
import type { World } from './world.ts';

/** What `--json` prints of a run; the lists of it are complete. */
export type Summary = {
  readonly recordedAt: string;
  readonly out: string;
  readonly services: number;
  readonly first: number;
  readonly unchanged: number;
  readonly held: readonly string[];
  readonly missing: readonly string[];
  readonly conflicts: number;
  readonly changes: readonly unknown[];
};

/** Words for people go to standard error, so that standard output holds the history or one JSON document. */
export class Reporter {
  private readonly began: number;
  private lineIsOpen = false;

  constructor(
    private readonly world: Pick<World, 'stdout' | 'stderr' | 'now'>,
    private readonly options: Pick<Options, 'json' | 'quiet' | 'verbose' | 'out'>,
  ) {
    this.began = world.now();
  }

  /** A step of the work, for `--verbose`. */
  step(text: string): void {
    if (this.options.verbose) this.say(`${((this.world.now() - this.began) / 1000).toFixed(1)} s  ${text}`);
  }

  /** One line that is written over, where somebody looks on. */
  progress(services: number, total: number | null): void {
    const { stderr } = this.world;
    if (this.options.quiet || !stderr.isTTY) return;
    stderr.write(`\rReading: ${services}${total === null ? '' : ` of ${total}`} services `);
    this.lineIsOpen = true;
  }

  waits(waits: readonly ArmWait[]): void {
    for (const { scope, reason, until } of waits)
      this.step(`Azure: ${scope.operation}: ${reason}, going on at ${new Date(until).toISOString()}`);
  }

  recorded(summary: Summary, changes: readonly TimelineEntry[]): void {
    for (const one of summary.missing) this.say(`Not read: ${one}`);
    if (this.options.json) this.print(summary);
    if (this.options.quiet) return;
    for (const entry of changes) this.say(lineOf(entry));
    const { services, first, held, out } = summary;
    const parts = [
      `${services} services read`,
      ...(first > 0 ? [`${first} recorded for the first time`] : []),
      `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}`,
      ...(held.length > 0 ? [`${held.length} left for the next run, Azure is at work on them`] : []),
    ];
    this.say(`${parts.join(', ')}. Written to ${out}.`);
  }

  compacted(summary: { readonly out: string; readonly before: number; readonly after: number }): void {
    if (this.options.json) this.print(summary);
    if (!this.options.quiet) this.say(`${summary.out}: ${summary.before} records became ${summary.after}.`);
  }

  /** Says why nothing came of the run. Returns the exit code. */
  failed(reason: string): 1 {
    this.say(`Failed: ${reason}`);
    if (this.options.json) this.print({ failed: reason, out: this.options.out.split('?')[0] });
    return 1;
  }

  /** With `--out -` standard output is the history, so the document goes where the words go. */
  private print(value: unknown): void {
    const stream = this.options.out === '-' ? this.world.stderr : this.world.stdout;
    stream.write(`${JSON.stringify(value)}\n`);
  }

  private say(text: string): void {
    if (this.lineIsOpen) this.world.stderr.write('\n');
    this.lineIsOpen = false;
    this.world.stderr.write(`${text}\n`);
  }
}
