import { useMemo } from 'react';
import { emptyIndex, type FindIndex, indexSteps } from '../../domain/find/find-index.ts';
import type { Service } from '../../domain/service.ts';
import { useSliced } from '../../ui/use-sliced.ts';

/** The last index of the page: another screen over the same services takes it over, and a larger fleet its parts. */
let last: FindIndex = emptyIndex;

/** The services made findable, off the first paint and in slices. The last index stands while the next one is made. */
export function useFindIndex(services: readonly Service[] | undefined): {
  readonly index: FindIndex | undefined;
  readonly busy: boolean;
} {
  const steps = useMemo(
    () =>
      services &&
      function* () {
        last = yield* indexSteps(services, last);
        return last;
      },
    [services],
  );
  const { result, busy } = useSliced(steps);
  return { index: result, busy };
}
