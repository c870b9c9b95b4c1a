import { Info20Regular } from '@fluentui/react-icons/headless/svg/info';
import type { Service } from '../../../domain/service.ts';
import { tierLabel } from '../../../domain/tier.ts';
import { knownVnetMode } from '../../../domain/vnet-mode.ts';
import styles from './network-tab.module.css';

type Props = { readonly service: Service; readonly error: Error };

/**
 * A service for which Azure has no network status: information, no failure. Which tiers and modes those are is not
 * documented, so only what is known of this one is said.
 */
export function NotOffered({ service, error }: Props) {
  const none = knownVnetMode(service.vnetMode) === 'None';
  return (
    <section className={styles['verdict']} data-state="none">
      <h2 className={styles['title']}>
        <Info20Regular />
        Azure has no network status for this service.
      </h2>
      <p className={styles['detail']}>
        {none
          ? 'The service stands in no virtual network, so there is no network of yours between it and what it needs.'
          : `Azure does not check the network of this ${tierLabel(service.tier)} service with VNet mode ${service.vnetMode}.`}{' '}
        Nothing is wrong with the service, and nothing is said about what it reaches.
      </p>
      {error.message !== '' && <p className={styles['said']}>Azure’s answer: {error.message}</p>}
    </section>
  );
}
