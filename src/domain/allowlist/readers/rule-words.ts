import type { PortSpan } from '../list.ts';

/** `Deny`, `block`, `drop`, `reject`: a rule that allows nothing. */
export function isRefusal(text: string): boolean {
  return /^(deny|denied|block|blocked|drop|reject|refuse|disallow)$/i.test(text.trim());
}

/** `443`, `80-443`, `80,443`, `*`; null for any port, and for a text that is no port. */
export function portSpans(texts: readonly string[]): readonly PortSpan[] | null {
  const parts = texts
    .flatMap(text => text.split(','))
    .map(part => part.trim())
    .filter(Boolean);
  if (parts.length === 0) return null;
  const spans: PortSpan[] = [];
  for (const part of parts) {
    const match = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(part);
    if (!match) return null;
    spans.push({ first: Number(match[1]), last: Number(match[2] ?? match[1]) });
  }
  return spans;
}
