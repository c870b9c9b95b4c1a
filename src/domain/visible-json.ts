import { unseen } from './visible-text.ts';

/** The same JSON with every character that cannot be seen in its escaped form: a reader sees it, a parser gets the same. */
export function visibleJson(json: string): string {
  return json.replace(unseen, one =>
    one.replace(/./gs, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
