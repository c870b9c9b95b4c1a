/**
 * Two 32-bit lanes of multiply-and-rotate mixing. Not cryptographic: it tells records apart that nobody forges,
 * because whoever can write a history can write any history.
 */
function lanes(text: string, seed: number): readonly [number, number] {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x85ebca6b ^ Math.imul(seed + 1, 0x27d4eb2f);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 0x01000193);
    a = (a << 13) | (a >>> 19);
    b = Math.imul(b + code, 0xc2b2ae35) ^ (b >>> 15);
  }
  a = Math.imul(a ^ (b >>> 16) ^ text.length, 0x7feb352d);
  b = Math.imul(b ^ (a >>> 15), 0x846ca68b);
  return [(a ^ (a >>> 16)) >>> 0, (b ^ (b >>> 13)) >>> 0];
}

/** A 53-bit number of a text, never 0, so that 0 can mean "none" in a typed array. */
export function hashNumber(text: string): number {
  const [a, b] = lanes(text, 0);
  return (a & 0x1fffff) * 0x100000000 + b || 1;
}

/** A 128-bit hash of a text as 32 hex digits: the id of a record that has none of its own. */
export function hashId(text: string): string {
  return [...lanes(text, 1), ...lanes(text, 2)].map(part => part.toString(16).padStart(8, '0')).join('');
}
