import { Open16Regular } from '@fluentui/react-icons/headless/svg/open';
import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import { docs } from '../../../domain/guidance/docs.ts';
import { willItChange } from '../../../domain/guidance/will-it-change.ts';
import type { NetworkFacts } from '../../../domain/network-facts.ts';
import type { Service } from '../../../domain/service.ts';

type Props = {
  readonly service: Service;
  readonly facts: NetworkFacts;
  /** Null where unknown. */
  readonly subscriptionState: string | null;
};

/** In short, what would change the addresses of this service; what does so today stands first, with a sign. */
export function WillTheyChange({ service, facts, subscriptionState }: Props) {
  const { sentence, reasons, notListed } = willItChange(service, facts, subscriptionState);
  return (
    <section>
      <h2>Will they change?</h2>
      <p>{sentence}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(({ code, title, when, text }) => (
            <li key={`${code} ${title}`} data-now={when === 'now' || undefined} title={text}>
              {when === 'now' && <Warning16Filled />}
              {title}
            </li>
          ))}
        </ul>
      )}
      {notListed && <p>{notListed}</p>}
      <p>
        <a href={docs.addresses} target="_blank" rel="noreferrer">
          All documented reasons <Open16Regular />
        </a>
      </p>
    </section>
  );
}
