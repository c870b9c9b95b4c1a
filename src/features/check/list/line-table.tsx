import { useState } from 'react';
import type { Judgement } from '../../../domain/allowlist/judgement.ts';
import { visibleText } from '../../../domain/visible-text.ts';
import { numberText } from '../../../ui/locale.ts';
import { classWords } from '../class-words.tsx';
import styles from './line-table.module.css';

/** More is read in the exported file. */
const mostShown = 500;

/** The verdicts as a table: the twin of what stands beside the lines, for a screen reader and a narrow page. */
export function LineTable({ judgement }: { readonly judgement: Judgement }) {
  const [open, setOpen] = useState(false);
  const lines = [...judgement.lines.values()].sort((a, b) => a.line - b.line);
  const more = lines.length - mostShown;
  if (lines.length === 0) return null;
  return (
    <details className={styles['details']} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>Line by line, as a table</summary>
      {open && (
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Text</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {lines.slice(0, mostShown).map(({ line, class: kind, detail, note, more: others }) => (
              <tr key={line}>
                <td>{line}</td>
                <td>
                  <code>{visibleText(judgement.list.lines[line - 1]?.trim() ?? '')}</code>
                </td>
                <td>
                  {classWords[kind].word}: {[detail, note].filter(Boolean).join(', ')}
                  {others > 0 && `, and ${others} more on this line`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && more > 0 && <p>{numberText(more)} more lines are in the exported result.</p>}
    </details>
  );
}
