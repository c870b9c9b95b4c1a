import { parseRange } from '../../../domain/address.ts';
import type { Entry } from '../../../domain/guidance/contract.ts';
import { type Family, FamilyChoice } from '../../../parts/rule-text/family-choice.tsx';
import { WordHint } from '../../../parts/words/word-hint.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { numberText } from '../../../ui/locale.ts';
import styles from './tag-ranges.module.css';

type Props = {
  readonly entry: Entry;
  readonly family: Family;
  readonly onFamily: (family: Family) => void;
};

/** The ranges behind a service tag as Azure returned them: how many, of which edition, and the list on demand. */
export function TagRanges({ entry, family, onFamily }: Props) {
  const prefixes = entry.prefixes ?? [];
  const ipv4 = prefixes.filter(cidr => parseRange(cidr)?.family === 'ipv4');
  const ipv6 = prefixes.filter(cidr => parseRange(cidr)?.family === 'ipv6');
  const shown = family === 'both' ? prefixes : family === 'ipv4' ? ipv4 : ipv6;
  return (
    <section className={styles['tag']} aria-label={`Ranges behind ${entry.value}`}>
      <h3>
        Ranges behind <span className="mono">{entry.value}</span>
      </h3>
      <p>
        {count(prefixes.length, 'range')}: {numberText(ipv4.length)} IPv4, {numberText(ipv6.length)} IPv6.{' '}
        {entry.changeNumber === undefined
          ? 'Azure gave no change number.'
          : `Change number ${entry.changeNumber}.`}{' '}
        {entry.stability === 'shared' && 'Other customers share all of them.'}
        <WordHint of="service-tag" />
      </p>
      <div className={styles['tools']}>
        <FamilyChoice chosen={family} onChoose={onFamily} />
        {shown.length > 0 && (
          <CopyButton text={shown.join('\n')} what={count(shown.length, 'range')}>
            Copy {count(shown.length, 'range')}
          </CopyButton>
        )}
      </div>
      {shown.length > 0 ? (
        <details>
          <summary>Show {count(shown.length, 'range')}</summary>
          <ul className="mono">
            {shown.map(cidr => (
              <li key={cidr}>{cidr}</li>
            ))}
          </ul>
        </details>
      ) : (
        <p>The tag holds no range of this family.</p>
      )}
    </section>
  );
}

function count(number: number, word: string): string {
  return `${numberText(number)} ${word}${number === 1 ? '' : 's'}`;
}
