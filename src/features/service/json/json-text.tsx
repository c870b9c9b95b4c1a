import { useMemo } from 'react';
import styles from './json-tab.module.css';

/** Blocks of this many lines are laid out only when they come into view, so that an answer of megabytes opens at once. */
const linesInBlock = 200;

/** A long text, shown as text alone: nothing in it can become markup. It can be selected, searched and copied whole. */
export function JsonText({ text }: { readonly text: string }) {
  const blocks = useMemo(() => inBlocks(text), [text]);
  return (
    <pre className={styles['json']}>
      {blocks.map(({ start, block, lines }) => (
        <code key={start} style={{ containIntrinsicBlockSize: `auto ${lines * 20}px` }}>
          {block}
        </code>
      ))}
    </pre>
  );
}

function inBlocks(text: string): readonly { start: number; block: string; lines: number }[] {
  const lines = text.split('\n');
  const blocks = [];
  for (let start = 0; start < lines.length; start += linesInBlock) {
    const part = lines.slice(start, start + linesInBlock);
    const last = start + linesInBlock >= lines.length;
    blocks.push({ start, block: part.join('\n') + (last ? '' : '\n'), lines: part.length });
  }
  return blocks;
}
