import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { DismissCircle16Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import type { ReactNode } from 'react';
import { isControlPlane, locationLabel } from '../../../domain/network-status/check.ts';
import type { Connectivity, RegionNetworkStatus } from '../../../domain/network-status/connectivity.ts';
import { WordHint } from '../../../parts/words/word-hint.tsx';
import styles from './region-facts.module.css';

const words: Readonly<Record<Connectivity['status'], readonly [icon: ReactNode, word: string]>> = {
  success: [<CheckmarkCircle16Regular key="success" />, 'reached'],
  failure: [<DismissCircle16Filled key="failure" />, 'not reached'],
  initializing: [<QuestionCircle16Regular key="initializing" />, 'not checked yet'],
  unknown: [<QuestionCircle16Regular key="unknown" />, 'not clear'],
};

/** Region by region: whether Azure comes in on 3443, and which DNS servers are asked inside the network. */
export function RegionFacts({ regions }: { readonly regions: readonly RegionNetworkStatus[] }) {
  if (regions.length === 0) return null;
  return (
    <div className={styles['facts']}>
      <section>
        <h2>Azure’s way in, port 3443</h2>
        <ul>
          {regions.map(region => (
            <li key={region.location}>
              {locationLabel(region.location)} <Inbound region={region} />
            </li>
          ))}
        </ul>
        <p>
          Azure manages the service through it: the service tag ApiManagement has to reach the subnet.
          <WordHint of="port-3443" />
        </p>
      </section>
      <section>
        <h2>DNS servers</h2>
        <ul>
          {regions.map(region => (
            <li key={region.location}>
              {locationLabel(region.location)}{' '}
              {region.dnsServers.length === 0 ? (
                <span>none reported</span>
              ) : (
                <code>{region.dnsServers.join(', ')}</code>
              )}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Inbound({ region }: { readonly region: RegionNetworkStatus }) {
  const check = region.connectivity.find(isControlPlane);
  if (!check) return <span>no such check reported</span>;
  const [icon, word] = words[check.status];
  return (
    <span className={styles['state']} data-status={check.status}>
      {icon}
      {word}
    </span>
  );
}
