import type { Azure } from '../src/azure/azure.ts';
import { armKey } from '../src/domain/arm-id.ts';
import { changesOfRows, rowsByService } from '../src/domain/timeline/changes-of-rows.ts';
import type { TimelineEntry } from '../src/domain/timeline/entry.ts';
import { headLine } from '../src/domain/timeline/file-write.ts';
import type { History } from '../src/domain/timeline/history.ts';
import { linesOfService } from '../src/domain/timeline/history-lines.ts';
import { RecordedHistory } from '../src/domain/timeline/recorded-history.ts';
import { isoOf } from '../src/domain/timeline/time.ts';
import { Confirmations, type Look } from './look.ts';
import { changesSince, newChanges } from './news.ts';
import { readTarget, replaceTarget } from './replace-target.ts';
import type { Target } from './target.ts';

export type RecordInput = {
  readonly azure: Azure;
  readonly target: Target;
  readonly look: Look;
  /** Milliseconds since 1970; null: what this run was the first to record. */
  readonly since: number | null;
  readonly names: boolean;
  /** Called before each writing, with how often another recorder came between. */
  readonly writing?: (conflicts: number) => void;
};

export type Recorded = {
  readonly services: number;
  /** Services recorded for the first time. */
  readonly first: number;
  readonly unchanged: number;
  /** ARM ids that differ while Azure is at work on them. */
  readonly held: readonly string[];
  readonly changes: readonly TimelineEntry[];
  readonly missing: readonly string[];
  readonly conflicts: number;
};

/**
 * Merges one look at Azure into a history file. Where another recorder wrote in between, its file is read and the same
 * look is merged into that: nothing of either is lost, and Azure is not asked again.
 * @throws TargetError; what is in the file already stays as it is.
 */
export async function recordInto(input: RecordInput): Promise<Recorded> {
  const { azure, target, look, since, names } = input;
  const { cloud, tenantId: tenant } = azure.scope;
  const confirmations = new Confirmations(azure, look.fleet);
  return replaceTarget(target, async (snapshot, conflicts) => {
    const history = new RecordedHistory();
    const wasThere = await readTarget(target, snapshot, { cloud, tenant }, history);
    const before = new Map<string, History>([...history.keys].map(key => [key, history.of(key)]));
    const touched = new Set<string>();
    const outcome = history.record(look.reading);
    const confirmed = await confirmations.of(outcome.pending);
    const outcomes = [outcome, ...confirmed.readings.map(reading => history.record(reading))];
    for (const one of outcomes) for (const id of one.changed) touched.add(armKey(id));
    for (const key of keepRows(history, look)) touched.add(key);
    input.writing?.(conflicts);
    const found = wasThere ? newChanges(history, before, touched) : [];
    return {
      lines: linesOf(history, { exportedAt: isoOf(azure.arm.now()), cloud, tenant }, names),
      result: {
        services: look.fleet.services.length,
        first: sum(outcomes.map(one => one.first)),
        unchanged: sum(outcomes.map(one => one.unchanged)),
        held: outcomes.flatMap(one => one.held),
        changes: since === null ? found : changesSince(history, since),
        missing: [...look.missing, ...confirmed.missing],
        conflicts,
      },
    };
  });
}

/** Azure's own records; returns the services of which something was new. */
function keepRows(history: RecordedHistory, { rows, fleet }: Look): readonly string[] {
  const services = new Map(fleet.services.map(service => [armKey(service.id), service]));
  return [...rowsByService(rows)].flatMap(([key, own]) =>
    history.keep(changesOfRows(own, { service: services.get(key), history: history.of(key) })),
  );
}

function* linesOf(
  history: RecordedHistory,
  head: Parameters<typeof headLine>[0],
  names: boolean,
): Generator<string> {
  yield headLine(head);
  for (const key of history.keys) yield* linesOfService(history.of(key), { names });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
