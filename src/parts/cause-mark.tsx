import type { ReactNode } from 'react';
import { type CauseKind, causeWords } from '../domain/cause-words.ts';
import styles from './cause-mark.module.css';

/** The shape tells the kinds apart without their colour: the same in fleet, chart and list. */
const shapes: Readonly<Record<CauseKind, ReactNode>> = {
  unexplained: (
    <>
      <path d="M3.2 0h5.6L12 6l-3.2 6H3.2L0 6Z" />
      <text x="6" y="9.2" textAnchor="middle">
        ?
      </text>
    </>
  ),
  address: <path d="M6 0l6 6-6 6-6-6Z" />,
  network: <path d="M1 1h10v10H1Z" />,
  region: <path d="M6 1l6 10.5H0Z" />,
  life: <circle cx="6" cy="6" r="5.2" />,
};

/** The mark of a kind of cause; the word beside it says the same. */
export function CauseMark({ kind }: { readonly kind: CauseKind }) {
  return (
    <svg className={styles['picture']} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      <CauseShape kind={kind} />
    </svg>
  );
}

/** The shape alone, 12 units wide and high, for a picture that is an SVG itself. */
export function CauseShape({ kind }: { readonly kind: CauseKind }) {
  return (
    <g className={styles['mark']} data-kind={kind}>
      {shapes[kind]}
    </g>
  );
}

/** A cause code with its mark, in words. */
export function CauseLabel({ code }: { readonly code: string }) {
  const { label, kind } = causeWords(code);
  return (
    <span className={styles['label']} data-kind={kind}>
      <CauseMark kind={kind} />
      {label}
    </span>
  );
}
