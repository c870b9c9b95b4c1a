import { ErrorCircle16Filled } from '@fluentui/react-icons/headless/svg/error-circle';
import { useQuery } from '@tanstack/react-query';
import { useAzure } from '../../../azure/azure-context.ts';
import { networkStatusQuery } from '../../../azure/get-network-status.ts';
import { networkVerdict } from '../../../domain/network-status/verdict.ts';
import type { Service } from '../../../domain/service.ts';
import { knownVnetMode } from '../../../domain/vnet-mode.ts';
import { useClock } from '../../../ui/use-clock.ts';
import styles from './network-mark.module.css';

const minute = 60_000;

/**
 * The mark on the tab of a service whose network fails; nothing before that is known. A service in a VNet is asked
 * for beside the other reads; any other only when its tab is opened.
 */
export function NetworkMark({ service }: { readonly service: Service }) {
  const { data } = useQuery({
    ...networkStatusQuery(useAzure(), service.id),
    enabled: knownVnetMode(service.vnetMode) !== 'None',
  });
  const state = useClock(now =>
    data === undefined ? 'none' : networkVerdict(data, [], Math.floor(now / minute) * minute).state,
  );
  if (state !== 'failing' && state !== 'stale') return null;
  return (
    <i className={styles['mark']} data-state={state}>
      <ErrorCircle16Filled />
      <span className="visually-hidden">{state === 'failing' ? ', failing' : ', no news'}</span>
    </i>
  );
}
