import { compact } from '../src/domain/timeline/compact.ts';
import type { FileHead } from '../src/domain/timeline/file.ts';
import type { ExpectedOwner } from '../src/domain/timeline/file-read.ts';
import { headLine } from '../src/domain/timeline/file-write.ts';
import { linesOfService } from '../src/domain/timeline/history-lines.ts';
import { RecordedHistory } from '../src/domain/timeline/recorded-history.ts';
import { isoOf } from '../src/domain/timeline/time.ts';
import { readTarget, replaceTarget } from './replace-target.ts';
import { type Target, TargetError } from './target.ts';

export type CompactInput = {
  readonly target: Target;
  readonly owner: ExpectedOwner;
  /** Milliseconds since 1970: what ended before it goes; null for nothing. */
  readonly keepSince: number | null;
  readonly names: boolean;
  readonly now: number;
};

/** Records (observations and Azure's) before and after. */
export type Compacted = { readonly before: number; readonly after: number };

/** Makes a history file smaller without losing a change point. @throws TargetError */
export function compactTarget({ target, owner, keepSince, names, now }: CompactInput): Promise<Compacted> {
  return replaceTarget(target, async snapshot => {
    const history = new RecordedHistory();
    if (!(await readTarget(target, snapshot, owner, history)))
      throw new TargetError(`${target.name} is not there: nothing to compact.`);
    const options = keepSince === null ? {} : { keepSince: isoOf(keepSince) };
    const kept = [...history.keys].map(key => compact(history.of(key), options));
    const size = (one: { readonly observations: readonly unknown[]; readonly changes: readonly unknown[] }) =>
      one.observations.length + one.changes.length;
    return {
      lines: lines({ exportedAt: isoOf(now), ...owner }),
      result: {
        before: [...history.keys].reduce((total, key) => total + size(history.of(key)), 0),
        after: kept.reduce((total, one) => total + size(one), 0),
      },
    };

    function* lines(head: FileHead): Generator<string> {
      yield headLine(head);
      for (const one of kept) yield* linesOfService(one, { names });
    }
  });
}
