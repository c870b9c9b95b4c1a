import { asOfText } from '../../../domain/time/as-of-text.ts';
import { ageText } from '../../../domain/time/time-text.ts';
import { timeTooltip } from '../../../parts/relative-time.tsx';
import { useClock } from '../../../ui/use-clock.ts';

/** `As of 10:14:32 UTC, 12 s ago`: when Azure's answer arrived; epoch ms. */
export function AsOf({ at }: { readonly at: number }) {
  const time = useClock(now => asOfText(at, now));
  const age = useClock(now => ageText(now - at));
  return (
    <time dateTime={new Date(at).toISOString()} title={timeTooltip(at)}>
      As of {time}, {age}
    </time>
  );
}
