import { Checkmark16Regular } from '@fluentui/react-icons/headless/svg/checkmark';
import { Copy16Regular } from '@fluentui/react-icons/headless/svg/copy';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './copy-button.module.css';
import { copyText } from './copy-text.ts';

type Props = {
  readonly text: string;
  /** What is copied, in the reader's words: `203.0.113.7`, `3 addresses`. */
  readonly what: string;
  readonly className?: string | undefined;
  /** -1 inside a grid, where the arrow keys lead. */
  readonly tabIndex?: number;
  /** Words beside the icon; without them the button is a 24 px square. */
  readonly children?: ReactNode;
};

const shownMs = 1_500;

/** Copies a text: the icon turns into a check for a moment, and a screen reader is told. */
export function CopyButton({ text, what, className, tabIndex, children }: Props) {
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = async () => {
    if (await copyText(text, what)) setCopied(times => times + 1);
  };
  const kind = children === undefined ? styles['square'] : styles['worded'];
  return (
    <button
      type="button"
      className={`${styles['copy']} ${kind} ${className ?? ''}`}
      data-copied={copied > 0 || undefined}
      tabIndex={tabIndex}
      title={`Copy ${what}`}
      aria-label={`Copy ${what}`}
      onClick={() => void copy()}
    >
      {copied > 0 ? <Checkmark16Regular /> : <Copy16Regular />}
      {children}
    </button>
  );
}
