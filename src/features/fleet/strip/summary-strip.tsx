import { Globe16Regular } from '@fluentui/react-icons/headless/svg/globe';
import { LockClosed16Regular } from '@fluentui/react-icons/headless/svg/lock-closed';
import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import { type FleetSummary, recentChanges } from '../../../domain/fleet/summarise.ts';
import type { FleetUrl } from '../../../domain/url/fleet-url.ts';
import { CauseMark } from '../../../parts/cause-mark.tsx';
import { changeFleetAddress } from '../fleet-address.ts';
import { Figure } from './figure.tsx';
import styles from './summary-strip.module.css';

type Props = {
  /** Undefined while the fleet is being read. */
  readonly summary: FleetSummary | undefined;
  readonly state: FleetUrl;
  /** False until any change was recorded. */
  readonly hasHistory: boolean;
};

/** How the fleet divides: six figures, each of them a filter. They speak of the whole fleet, whatever is filtered. */
export function SummaryStrip({ summary, state, hasHistory }: Props) {
  const { vnet, risk, changed } = state;
  const mode = (name: string) => ({
    pressed: vnet.includes(name),
    onPress: () => changeFleetAddress({ vnet: vnet.length === 1 && vnet[0] === name ? [] : [name] }),
  });
  const words = summary && wordsOf(summary);
  return (
    <fieldset className={styles['strip']} aria-label="The fleet in figures; each is a filter">
      <Figure
        value={summary?.services}
        name="Services"
        note={words?.services}
        pressed={vnet.length === 0 && !risk && changed === null}
        onPress={() => changeFleetAddress({ vnet: [], risk: false, changed: null })}
      />
      <Figure
        value={summary?.external}
        name="External VNet"
        shortName="External"
        icon={
          <span className={styles['external']}>
            <Globe16Regular />
          </span>
        }
        note={words?.external}
        {...mode('External')}
      />
      <Figure
        value={summary?.internal}
        name="Internal VNet"
        shortName="Internal"
        icon={
          <span className={styles['internal']}>
            <LockClosed16Regular />
          </span>
        }
        note={words?.internal}
        {...mode('Internal')}
      />
      <Figure value={summary?.noVnet} name="No VNet" note={words?.noVnet} {...mode('None')} />
      <Figure
        value={summary?.atRisk}
        name="At risk"
        icon={
          <span className={styles['risk']}>
            <Warning16Filled />
          </span>
        }
        note={words?.risk}
        pressed={risk}
        onPress={() => changeFleetAddress({ risk: !risk })}
      />
      <Figure
        value={hasHistory ? summary?.changed : '–'}
        name="Changed in 14 days"
        shortName="Changed"
        note={hasHistory ? words?.changed : 'no history yet'}
        badge={
          hasHistory && summary && summary.unexplained > 0 ? (
            <>
              <CauseMark kind="unexplained" /> {summary.unexplained}
            </>
          ) : undefined
        }
        pressed={changed === recentChanges}
        disabled={!hasHistory && changed === null}
        onPress={() => changeFleetAddress({ changed: changed === recentChanges ? null : recentChanges })}
      />
    </fieldset>
  );
}

function wordsOf(summary: FleetSummary) {
  const { services, unreadable, publicIps, external, integration, internal, injection, noVnet, shared } =
    summary;
  const are = (count: number) => (count === 1 ? '1 is' : `${count === 0 ? 'none' : count} are`);
  return {
    services: [
      services === 0 ? '' : `${publicIps} public ${publicIps === 1 ? 'IP' : 'IPs'}`,
      unreadable === 0 ? '' : `${unreadable} unreadable`,
    ]
      .filter(Boolean)
      .join(', '),
    external: external === 0 ? '' : `${are(integration)} integration only`,
    internal: internal === 0 ? '' : `${are(injection)} injection`,
    noVnet: noVnet === 0 ? '' : `${shared === 0 ? 'none' : shared} on shared addresses`,
    risk: summary.atRisk === 0 ? 'none known' : riskText(summary.risks),
    changed:
      summary.unexplained === 0 ? (
        'none unexplained'
      ) : (
        <span className={styles['unexplained']}>
          <CauseMark kind="unexplained" /> {summary.unexplained} unexplained
        </span>
      ),
  };
}

/** Characters of a note that has room at 1440 px. */
const roomForRisks = 23;

function riskText(risks: readonly string[]): string {
  const all = risks.join(', ');
  const [first = '', ...others] = risks;
  return all.length <= roomForRisks ? all : `${first} +${others.length}`;
}
