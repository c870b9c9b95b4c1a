import { useState } from 'react';
import { questionsFor } from '../../../domain/guidance/questions.ts';
import { willItChange } from '../../../domain/guidance/will-it-change.ts';
import type { Service } from '../../../domain/service.ts';
import { formatServiceQuery, type ServiceQuery } from '../../../domain/url/service-url.ts';
import { QueryNotices } from '../../../parts/query-notices.tsx';
import type { Family } from '../../../parts/rule-text/family-choice.tsx';
import { RulePanel } from '../../../parts/rule-text/rule-panel.tsx';
import { replaceQuery } from '../../../ui/navigation.ts';
import type { TabProps } from '../tabs/tab-props.ts';
import { UnreadableService } from '../unreadable-service.tsx';
import type { NetworkRead } from '../use-network-facts.ts';
import { useServiceQuery } from '../use-service-address.ts';
import { Answer } from './answer.tsx';
import { askedQuestion, openQuestion, unknownWishes } from './asked.ts';
import { ChangeOutlookList } from './change-outlook-list.tsx';
import { Doubts } from './doubts.tsx';
import { doubtsOf } from './doubts-of.ts';
import styles from './guidance-tab.module.css';
import { QuestionChooser } from './question-chooser.tsx';
import { useGuidance } from './use-guidance.ts';

/** From facts to advice: what to allow for one purpose, what to doubt about it, and the text to paste into a firewall. */
export function GuidanceTab({ read, subscription, network }: TabProps) {
  if (!read.service) return <UnreadableService read={read} />;
  return (
    <Guidance
      service={read.service}
      asOf={read.receivedAt}
      subscriptionState={subscription.state === 'known' ? subscription.subscription.state : null}
      loading={subscription.state === 'loading'}
      network={network}
    />
  );
}

type Props = {
  readonly service: Service;
  /** Epoch ms. */
  readonly asOf: number;
  readonly subscriptionState: string | null;
  /** The subscription is on its way. */
  readonly loading: boolean;
  readonly network: NetworkRead;
};

function Guidance({ service, asOf, subscriptionState, loading, network }: Props) {
  const { query } = useServiceQuery();
  const [dnsGatewayRegion, setDnsGatewayRegion] = useState<string | null>(null);
  const [family, setFamily] = useState<Family>('both');
  const asked = askedQuestion(query.for) ?? 'clients';
  const read = useGuidance({ service, network, subscriptionState, asOf, dnsGatewayRegion, asked });
  const { guidance, facts, waits } = read;
  const questions = questionsFor(guidance);
  const question = openQuestion(questions, asked);
  if (!question) return null;

  const change = (wish: Partial<ServiceQuery>) => replaceQuery(formatServiceQuery({ ...query, ...wish }));
  const waiting = waits(question.id);
  // A text that is copied now would lack the warning that comes a second later.
  const more = loading || read.loading;
  const entries = guidance.entries.filter(({ purpose }) => question.purposes.includes(purpose));
  return (
    <div className={styles['tab']}>
      <QueryNotices problems={unknownWishes(query)} />
      <QuestionChooser
        questions={questions}
        chosen={question.id}
        waits={waits}
        onChoose={id => change({ for: id === 'clients' ? null : id })}
      />
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <Answer
            service={service}
            question={question}
            entries={entries}
            waiting={waiting}
            family={family}
            onFamily={setFamily}
            dnsGatewayRegion={dnsGatewayRegion}
            onDnsGatewayRegion={setDnsGatewayRegion}
          />
          {!waiting && <Doubts service={service} doubts={doubtsOf(guidance, question)} loading={more} />}
          {!waiting && question.whatChanges !== '' && (
            <section>
              <h2>What would change this answer</h2>
              <p className={styles['second']}>{question.whatChanges}</p>
            </section>
          )}
        </div>
        <RulePanel
          services={[guidance]}
          purposes={question.purposes}
          fileStem={guidance.name}
          waiting={waiting || more}
          asked={query.format}
          family={family}
          onFamily={setFamily}
          onFormat={id => change({ format: id === 'nsg' ? null : id })}
        />
        <ChangeOutlookList outlook={willItChange(service, facts, subscriptionState)} />
      </div>
    </div>
  );
}
