import styles from './skeleton.module.css';

type Props = {
  /** Any CSS length; `ch` follows the text that will stand there. */
  readonly width: string;
  /** The line of text that it stands for: 20 px, or 16 px for a caption. */
  readonly line?: 'text' | 'caption';
};

/** A bar in the place of a text that is on its way; a screen reader is told by whoever draws the bars. */
export function Skeleton({ width, line = 'text' }: Props) {
  return (
    <span className={styles['line']} data-line={line} aria-hidden="true">
      <span className={styles['bar']} style={{ width }} />
    </span>
  );
}
