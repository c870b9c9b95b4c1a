import { ageOrDateText, utcTimeText } from '../domain/time/time-text.ts';
import { locale } from '../ui/locale.ts';
import { useClock } from '../ui/use-clock.ts';

type Props = {
  /** ISO time or epoch ms. */
  readonly at: string | number;
  readonly className?: string | undefined;
};

const local = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' });

/** UTC and the reader's own time, for a tooltip. */
export function timeTooltip(at: string | number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  return `${utcTimeText(at)} UTC\n${local.format(date)}, your time`;
}

/** An age up to 14 days, then the UTC date; UTC and local time in the tooltip, ISO in the markup. */
export function RelativeTime({ at, className }: Props) {
  const text = useClock(now => ageOrDateText(at, now));
  const date = new Date(at);
  const iso = Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  return (
    <time className={className} dateTime={iso} title={timeTooltip(at)}>
      {text}
    </time>
  );
}
