import { roleExplanations } from '../../../domain/guidance/role-explanations.ts';
import type { NetworkFacts } from '../../../domain/network-facts.ts';
import type { Service } from '../../../domain/service.ts';
import { WordHint } from '../../../parts/words/word-hint.tsx';
import type { WordKey } from '../../../parts/words/word-list.ts';
import styles from './addresses-tab.module.css';
import { WillTheyChange } from './will-they-change.tsx';

type Props = {
  readonly service: Service;
  readonly facts: NetworkFacts;
  /** Null where unknown. */
  readonly subscriptionState: string | null;
};

/** The terms that a sentence about this service does not explain by itself. */
const hints: ReadonlyMap<string, WordKey> = new Map([
  ['Private VIP', 'private-vip'],
  ['Public IP', 'public-ip'],
  ['Outbound IP', 'outbound-ip'],
  ['Subnet range', 'subnet-range'],
  ['Shared ranges', 'service-tag'],
  ['Host name', 'shared'],
  ['Internet egress', 'v2'],
  ['Egress', 'v2'],
]);

/** What each address is for in this tier and mode, and what makes it change. */
export function AddressAside({ service, facts, subscriptionState }: Props) {
  return (
    <aside className={styles['aside']} aria-labelledby="what-each-address-is-for">
      <section>
        <h2 id="what-each-address-is-for">What each address is for</h2>
        <dl>
          {roleExplanations(service).map(({ term, text }) => (
            <div key={term}>
              <dt>
                {term} <Hint term={term} />
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <WillTheyChange service={service} facts={facts} subscriptionState={subscriptionState} />
    </aside>
  );
}

function Hint({ term }: { readonly term: string }) {
  const of = hints.get(term);
  return of ? <WordHint of={of} /> : null;
}
