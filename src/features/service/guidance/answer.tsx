import { Open16Regular } from '@fluentui/react-icons/headless/svg/open';
import type { Entry } from '../../../domain/guidance/contract.ts';
import type { Question } from '../../../domain/guidance/questions.ts';
import type { Service } from '../../../domain/service.ts';
import type { Family } from '../../../parts/rule-text/family-choice.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { answerRows } from './answer-rows.ts';
import { AnswerSkeleton } from './answer-skeleton.tsx';
import { AnswerTable } from './answer-table.tsx';
import { DnsRegionChoice } from './dns-region-choice.tsx';
import styles from './guidance-tab.module.css';
import { TagRanges } from './tag-ranges.tsx';

type Props = {
  readonly service: Service;
  readonly question: Question;
  readonly entries: readonly Entry[];
  readonly waiting: boolean;
  readonly family: Family;
  readonly onFamily: (family: Family) => void;
  readonly dnsGatewayRegion: string | null;
  readonly onDnsGatewayRegion: (region: string | null) => void;
};

/** One sentence that answers and can be quoted, then the entries behind it. */
export function Answer(props: Props) {
  const { service, question, entries, waiting, family, onFamily } = props;
  if (waiting) return <AnswerSkeleton />;
  const rows = answerRows(service, entries);
  // Of DNS records the names matter as well: the plain rule text has both.
  const values = question.id === 'dns' ? [] : [...new Set(rows.map(({ value }) => value))];
  const tags = entries.flatMap(entry => (entry.prefixes === undefined ? [] : [entry]));
  return (
    <section aria-labelledby="guidance-answer">
      <h2 id="guidance-answer" className={styles['sentence']}>
        {question.heading}
      </h2>
      <p className={styles['second']}>{question.explanation}</p>
      <p>
        <a href={question.docs} target="_blank" rel="noreferrer" className={styles['source']}>
          Microsoft Learn: {titleOf(question.docs)} <Open16Regular />
        </a>
      </p>
      {question.id === 'dns' && (
        <DnsRegionChoice
          service={service}
          chosen={props.dnsGatewayRegion}
          onChoose={props.onDnsGatewayRegion}
        />
      )}
      {rows.length > 0 && (
        <>
          <AnswerTable rows={rows} entries={entries} />
          {values.length > 1 && (
            <p className={styles['copyAll']}>
              <CopyButton text={values.join('\n')} what={`all ${values.length} values`}>
                Copy {values.length} values
              </CopyButton>
            </p>
          )}
        </>
      )}
      {tags.map(entry => (
        <TagRanges key={entry.value} entry={entry} family={family} onFamily={onFamily} />
      ))}
    </section>
  );
}

const titles: ReadonlyMap<string, string> = new Map([
  ['api-management-howto-ip-addresses', 'IP addresses of API Management'],
  ['virtual-network-reference', 'VNet configuration reference'],
  ['api-management-using-with-internal-vnet', 'Internal mode'],
  ['private-endpoint', 'Private endpoints of API Management'],
  ['integrate-vnet-outbound', 'Outbound VNet integration'],
  ['inject-vnet-v2', 'VNet injection of Premium v2'],
  ['nat-overview', 'NAT gateway'],
  ['virtual-networks-udr-overview', 'Routing in virtual networks'],
  ['service-tags-overview', 'Service tags'],
  ['api-management-howto-deploy-multi-region', 'Several regions'],
]);

/** What the page is about, from the last word of its address. */
function titleOf(url: string): string {
  const last =
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .pop() ?? '';
  return titles.get(last) ?? 'the article behind this';
}
