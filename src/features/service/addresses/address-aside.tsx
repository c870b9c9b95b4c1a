import { roleExplanations } from '../../../domain/guidance/role-words.ts';
import type { NetworkFacts } from '../../../domain/network-facts.ts';
import type { Service } from '../../../domain/service.ts';
import styles from './addresses-tab.module.css';
import { WillTheyChange } from './will-they-change.tsx';

type Props = {
  readonly service: Service;
  readonly facts: NetworkFacts;
  /** Null where unknown. */
  readonly subscriptionState: string | null;
};

/** What each address is for in this tier and mode, and what makes it change. */
export function AddressAside({ service, facts, subscriptionState }: Props) {
  return (
    <aside className={styles['aside']} aria-labelledby="what-each-address-is-for">
      <section>
        <h2 id="what-each-address-is-for">What each address is for</h2>
        <dl>
          {roleExplanations(service).map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <WillTheyChange service={service} facts={facts} subscriptionState={subscriptionState} />
    </aside>
  );
}
