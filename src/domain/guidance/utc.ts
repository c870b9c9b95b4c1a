/** An ISO instant as people read it, `2026-11-22 10:14:32 UTC`; a text that is no instant stays as it is. */
export function utcText(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
