import { isAddressDifference } from '../../../domain/timeline/difference.ts';
import type { History } from '../../../domain/timeline/history.ts';
import { timelineModel } from '../timeline/timeline-model.ts';
import { addressKey, type UnexplainedAddresses } from './unexplained-at.ts';

/** The addresses that unexplained changes brought. `unseen`: ids of the changes that nobody has marked as seen. */
export function unexplainedAddresses(history: History, unseen: ReadonlySet<string>): UnexplainedAddresses {
  // The newest comes last and stays.
  const oldestFirst = timelineModel(history).entries.toReversed();
  return new Map(
    oldestFirst
      .filter(entry => unseen.has(entry.id))
      .flatMap(({ at, differences }) =>
        differences.filter(isAddressDifference).flatMap(({ region = '', before, after }) => {
          if (!Array.isArray(after)) return [];
          const had = new Set(Array.isArray(before) ? before : []);
          return after
            .filter(one => !had.has(one))
            .map((one): [string, string] => [addressKey(region, one), at]);
        }),
      ),
  );
}
