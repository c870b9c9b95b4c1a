import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import type { ChangeReason } from '../../../domain/guidance/change-reason.ts';
import type { ChangeOutlook } from '../../../domain/guidance/will-it-change.ts';
import { regionLabel } from '../../../domain/region.ts';
import styles from './change-outlook-list.module.css';

/** Which of the known reasons for a changed address apply to this service today, in words. */
export function ChangeOutlookList({ outlook }: { readonly outlook: ChangeOutlook }) {
  const { sentence, reasons, notListed } = outlook;
  return (
    <section aria-labelledby="guidance-outlook" className={styles['outlook']}>
      <h2 id="guidance-outlook">Will this address change?</h2>
      <p>{sentence}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(reason => (
            <Reason key={`${reason.code} ${reason.title}`} reason={reason} />
          ))}
        </ul>
      )}
      {notListed !== '' && <p>{notListed}</p>}
    </section>
  );
}

function Reason({ reason }: { readonly reason: ChangeReason }) {
  const { when, basis, title, text, affects, regions, docs } = reason;
  const where = regions === undefined ? '' : ` in ${regions.map(regionLabel).join(', ')}`;
  const what = affects.length === 0 ? '' : `Changes the ${listed(affects)}${where}. `;
  return (
    <li data-now={when === 'now' || undefined}>
      <h3>
        {when === 'now' && <Warning16Filled />}
        {title}
        {when === 'now' && <span>, today</span>}
      </h3>
      <p>{text}</p>
      <p className={styles['basis']}>
        {what}
        {basis === 'documented' ? 'Documented by Microsoft. ' : 'Reported, not in Microsoft’s list. '}
        <a href={docs} target="_blank" rel="noreferrer" aria-label={`Microsoft Learn: ${title}`}>
          Microsoft Learn
        </a>
      </p>
    </li>
  );
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
