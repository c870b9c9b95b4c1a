import { visibleJson } from './visible-json.ts';

/** Azure nests a service eight deep. Indented, the text of a value grows with the square of its depth. */
const deepest = 200;

/** An answer as JSON for people: indented, with every character that cannot be seen in its escaped form. */
export function jsonText(value: unknown): string {
  if (isDeeper(value, deepest)) return 'This is nested too deeply to be shown.';
  return visibleJson(JSON.stringify(value, null, 2) ?? '');
}

/** Without recursion, which a deep value would break. */
function isDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(one => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
