import styles from './code-lines.module.css';
import { numberText } from './locale.ts';

/** More lines are in the copy and in the download; on screen nobody reads them. */
const mostShown = 1_000;

/** A text with its line numbers, which are no part of it: a selection leaves them out. Warnings stand out from other comments. */
export function CodeLines({ text, label }: { readonly text: string; readonly label: string }) {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const more = lines.length - mostShown;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard (WCAG 2.1.1). */}
      <section className={styles['code']} tabIndex={0} aria-label={label}>
        <pre>
          {lines.slice(0, mostShown).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number.
            <code key={index} data-kind={kindOf(line)}>
              {line}
              {'\n'}
            </code>
          ))}
        </pre>
      </section>
      {more > 0 && (
        <p className={styles['more']}>{numberText(more)} more lines are in the copy and in the download.</p>
      )}
    </>
  );
}

function kindOf(line: string): 'warning' | 'comment' | undefined {
  if (!/^\s*(#|\/\/)/.test(line)) return undefined;
  return /^\s*(#|\/\/)\s*(WARNING|NOT KNOWN|LEFT OUT)\b/.test(line) ? 'warning' : 'comment';
}
