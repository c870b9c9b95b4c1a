const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Up to this age a time is written as an age, from then on as a date. */
export const longestAgeMs = 14 * day;

/** `14 s ago`, `3 min ago`, `2 h ago`, `6 d ago`. A time ahead of the clock (two clocks differ) is `just now`. */
export function ageText(ageMs: number): string {
  if (ageMs < second) return 'just now';
  if (ageMs < minute) return `${Math.floor(ageMs / second)} s ago`;
  if (ageMs < hour) return `${Math.floor(ageMs / minute)} min ago`;
  if (ageMs < day) return `${Math.floor(ageMs / hour)} h ago`;
  return `${Math.floor(ageMs / day)} d ago`;
}

/** The UTC date, such as `3 Mar 2026`; a text that is no time stays as it is. */
export function utcDateText(at: string | number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** The UTC date and time, such as `3 Mar 2026, 10:14`; the screen says once that times are UTC. */
export function utcTimeText(at: string | number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return String(at);
  return `${utcDateText(at)}, ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** The age where the time is at most 14 days back, the date otherwise. */
export function ageOrDateText(at: string | number, now: number): string {
  const age = now - new Date(at).getTime();
  return age < longestAgeMs + day ? ageText(age) : utcDateText(at);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
