import type { ChangedLine } from './edits.ts';

const around = 3;

/**
 * The changes as a unified difference, with three lines around each; empty where nothing changed. A text has one line at
 * least, so no hunk is without a line on either side.
 */
export function differenceText(lines: readonly ChangedLine[]): string {
  const near = nearChanges(lines);
  const hunks: string[] = [];
  let before = 1;
  let after = 1;
  for (let at = 0; at < lines.length; ) {
    if (!near[at]) {
      before++;
      after++;
      at++;
      continue;
    }
    const hunk: ChangedLine[] = [];
    for (let line = lines[at]; line && near[at]; line = lines[++at]) hunk.push(line);
    const old = hunk.filter(({ mark }) => mark !== '+').length;
    const fresh = hunk.filter(({ mark }) => mark !== '-').length;
    hunks.push(
      `@@ -${before},${old} +${after},${fresh} @@`,
      ...hunk.map(({ mark, text }) => `${mark}${text}`),
    );
    before += old;
    after += fresh;
  }
  return hunks.length === 0 ? '' : `--- pasted\n+++ corrected\n${hunks.join('\n')}\n`;
}

function nearChanges(lines: readonly ChangedLine[]): readonly boolean[] {
  const near = lines.map(() => false);
  for (const [at, { mark }] of lines.entries()) {
    if (mark === ' ') continue;
    near.fill(true, Math.max(0, at - around), at + around + 1);
  }
  return near;
}
