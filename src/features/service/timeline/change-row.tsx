import { ArrowRight16Regular } from '@fluentui/react-icons/headless/svg/arrow-right';
import { DismissCircle16Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import { CauseMark } from '../../../parts/cause-mark.tsx';
import { timeTooltip } from '../../../parts/relative-time.tsx';
import { Badge } from '../../../ui/badge.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import styles from './change-list.module.css';
import {
  causesOfEntry,
  type DifferenceLine,
  differenceLines,
  operationText,
  regionsText,
  sourceLabels,
  whenText,
  whoText,
} from './entry-words.ts';

type Props = {
  readonly entry: TimelineEntry;
  /** Its mark, where it is unexplained and nobody has marked it as seen. */
  readonly unseen: string | undefined;
  readonly onSeen: (mark: string) => void;
};

/** One change of the list. */
export function ChangeRow({ entry, unseen, onSeen }: Props) {
  const who = whoText(entry.who);
  return (
    <tr data-edge={unseen === undefined ? undefined : 'unexplained'}>
      <th scope="row" data-head="When">
        <time dateTime={entry.at} title={timeTooltip(entry.at)}>
          {whenText(entry)}
        </time>
      </th>
      <td data-head="Region">{entry.differences.length === 0 ? '–' : regionsText(entry)}</td>
      <td data-head="Cause">
        <Causes entry={entry} />
        {unseen !== undefined && (
          <PlainButton kind="link" className={styles['seen']} onClick={() => onSeen(unseen)}>
            Mark as seen
          </PlainButton>
        )}
      </td>
      <td data-head="Before and after">
        <Differences entry={entry} />
      </td>
      <td data-head="Who" data-quiet={!who.sure || undefined}>
        {who.text}
      </td>
      <td data-head="Source">
        <span className={styles['sources']}>
          {entry.sources.map(source => (
            <Badge key={source}>{sourceLabels[source]}</Badge>
          ))}
        </span>
      </td>
    </tr>
  );
}

function Causes({ entry }: { readonly entry: TimelineEntry }) {
  const causes = causesOfEntry(entry);
  return (
    <div className={styles['causes']}>
      {entry.status === 'failed' && (
        <span className={styles['failed']}>
          <DismissCircle16Filled /> {causes.length === 0 ? 'Failed operation' : 'An operation failed'}
        </span>
      )}
      {causes.map(({ code, kind, label, text, link }) => (
        <span key={code} className={styles['cause']} data-kind={kind}>
          <CauseMark kind={kind} />
          {link === null ? (
            <span title={text}>{label}</span>
          ) : (
            <a href={link} target="_blank" rel="noreferrer" title={text}>
              {label}
            </a>
          )}
        </span>
      ))}
      {causes.length === 0 && entry.status !== 'failed' && (
        <span className={styles['dim']}>
          {entry.differences.length > 0 ? 'No address changed' : 'Operation'}
        </span>
      )}
    </div>
  );
}

function Differences({ entry }: { readonly entry: TimelineEntry }) {
  const { lines, rest } = differenceLines(entry);
  if (lines.length === 0)
    return (
      <span className={styles['dim']}>
        <code>{operationText(entry)}</code>
        {entry.truncated && ' Azure cut its record short.'}
      </span>
    );
  const several = new Set(lines.map(line => line.region)).size > 1;
  return (
    <>
      <Lines lines={lines} several={several} />
      {rest.length > 0 && (
        <details className={styles['rest']}>
          <summary>{rest.length === 1 ? 'One more fact' : `${rest.length} more facts`}</summary>
          <Lines lines={rest} several={new Set(rest.map(line => line.region)).size > 1} />
        </details>
      )}
      {entry.truncated && <p className={styles['dim']}>Azure cut its record short.</p>}
    </>
  );
}

type LinesProps = { readonly lines: readonly DifferenceLine[]; readonly several: boolean };

function Lines({ lines, several }: LinesProps) {
  return (
    <ul className={styles['lines']}>
      {lines.map(line => (
        <li key={line.key}>
          <span className={styles['label']}>
            {several && line.region !== undefined ? `${line.region}, ${line.label}` : line.label}
          </span>
          <span className={styles['pair']}>
            <Value text={line.before} mono={line.mono} />
            <ArrowRight16Regular aria-label="to" />
            <Value text={line.after} mono={line.mono} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Longer than any address with its prefix length (IPv6: 43): such a text may break anywhere. */
const longWord = /\S{44}/;

function Value({ text, mono }: { readonly text: string; readonly mono: boolean }) {
  const isValue = text !== 'none' && text !== 'not recorded';
  return (
    <span
      className={styles['value']}
      data-none={!isValue || undefined}
      data-long={longWord.test(text) || undefined}
    >
      {mono && isValue ? <code>{text}</code> : text}
      {mono && isValue && <CopyButton text={text} what={text} className={styles['copy']} />}
    </span>
  );
}
