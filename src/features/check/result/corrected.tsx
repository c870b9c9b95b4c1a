import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { useId, useMemo, useState } from 'react';
import { type Correction, correct } from '../../../domain/allowlist/correct/correct.ts';
import {
  correctedValues,
  csvList,
  jsonList,
  plainList,
} from '../../../domain/allowlist/correct/corrected-values.ts';
import { differenceText } from '../../../domain/allowlist/correct/difference.ts';
import type { Ticks } from '../../../domain/allowlist/correct/taken-out.ts';
import { whyUnchanged } from '../../../domain/allowlist/correct/unchanged.ts';
import type { Tags } from '../../../domain/allowlist/entry-ranges.ts';
import type { Judgement } from '../../../domain/allowlist/judgement.ts';
import { CodeLines } from '../../../ui/code-lines.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { CopyList } from './copy-list.tsx';
import styles from './corrected.module.css';
import { DifferenceLines } from './difference-lines.tsx';

const formats = { same: 'Same format', plain: 'Plain list', csv: 'CSV', json: 'JSON' } as const;
type Format = keyof typeof formats;
const formatList: readonly Format[] = ['same', 'plain', 'csv', 'json'];

type Props = { readonly judgement: Judgement; readonly ticks: Ticks; readonly tags: Tags };

/** The list as it should be, to copy: whole, or as a difference. It only adds, unless a class is ticked above. */
export function Corrected({ judgement, ticks, tags }: Props) {
  const [format, setFormat] = useState<Format>('same');
  const correction = useMemo(() => correct(judgement, ticks, tags), [judgement, ticks, tags]);
  const difference = useMemo(() => differenceText(correction.lines), [correction]);
  const reason = useId();
  const unchanged = format === 'same' ? whyUnchanged(correction, judgement) : undefined;
  const text = useMemo(() => {
    if (format === 'same') return correction.text;
    const values = correctedValues(judgement, ticks, tags);
    return format === 'plain' ? plainList(values) : format === 'csv' ? csvList(values) : jsonList(values);
  }, [format, correction, judgement, ticks, tags]);
  return (
    <section className={styles['corrected']} aria-labelledby="corrected-list">
      <div className={styles['head']}>
        <h3 id="corrected-list">Corrected list</h3>
        <span className={styles['format']}>
          <select
            aria-label="Format of the corrected list"
            value={format}
            onChange={event => setFormat(formatList.find(one => one === event.currentTarget.value) ?? 'same')}
          >
            {formatList.map(one => (
              <option key={one} value={one}>
                {formats[one]}
              </option>
            ))}
          </select>
          <ChevronDown16Regular />
        </span>
        <CopyList text={text} nothing={unchanged === undefined ? undefined : reason} />
      </div>
      {unchanged !== undefined && (
        <p id={reason} className={styles['note']}>
          {unchanged}
        </p>
      )}
      <Notes correction={correction} />
      {format === 'same' ? (
        <DifferenceLines correction={correction} judgement={judgement} />
      ) : (
        <CodeLines text={text.replace('\ufeff', '')} label="The corrected list" />
      )}
      {difference !== '' && (
        <CopyButton text={difference} what="the difference">
          Copy the difference
        </CopyButton>
      )}
    </section>
  );
}

/** What the list in its own format cannot say, and what is left to do. */
function Notes({
  correction: { byHand, notPlaced, kept, forOthers, toFillIn },
}: {
  readonly correction: Correction;
}) {
  if ([byHand, notPlaced, forOthers, toFillIn].every(({ length }) => length === 0) && kept.size === 0)
    return null;
  return (
    <div className={styles['notes']}>
      {notPlaced.length > 0 && (
        <p>
          The list has no place of its own for {notPlaced.length === 1 ? 'this value' : 'these values'}, so
          add {notPlaced.length === 1 ? 'it' : 'them'} in a rule:{' '}
          <code>{notPlaced.slice(0, 8).join(', ')}</code>
          {notPlaced.length > 8 && ` and ${notPlaced.length - 8} more`}{' '}
          <CopyButton text={notPlaced.join('\n')} what="these values" className={styles['copy']} />
        </p>
      )}
      {byHand.slice(0, 8).map(text => (
        <p key={text}>{text}</p>
      ))}
      {byHand.length > 8 && <p>{byHand.length - 8} more changes are to be made by hand.</p>}
      {toFillIn.length > 0 && (
        <p>
          New rows leave {toFillIn.length === 1 ? 'this column' : 'these columns'} empty, to be filled in by
          you before the list is used: {toFillIn.join(', ')}.
        </p>
      )}
      {forOthers.length > 0 && (
        <p>
          {forOthers.length === 1
            ? '1 value is written though this list does not need it: a service has it now, and would be cut off.'
            : `${forOthers.length} values are written though this list does not need them: services have them now, and would be cut off.`}
        </p>
      )}
      {kept.size > 0 && (
        <p>
          {kept.size === 1 ? '1 ticked line stays' : `${kept.size} ticked lines stay`}:{' '}
          {[...new Set(kept.values())].join('; ')}.
        </p>
      )}
    </div>
  );
}
