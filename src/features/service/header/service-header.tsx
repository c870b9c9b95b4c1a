import { ChevronRight12Regular } from '@fluentui/react-icons/headless/svg/chevron-right';
import type { ReactNode } from 'react';
import { AppLink } from '../../../ui/app-link.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { SubscriptionRead } from '../use-subscription.ts';
import styles from './service-header.module.css';

type Props = {
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  readonly subscription: SubscriptionRead;
  readonly actions: ReactNode;
  /** The line of facts, or what stands in its place. */
  readonly children: ReactNode;
};

/** Where the service lives and what it is called. The names of the link stand here before anything was read. */
export function ServiceHeader({
  name,
  resourceGroup,
  subscriptionId,
  subscription,
  actions,
  children,
}: Props) {
  return (
    <header className={styles['header']}>
      <nav aria-label="Where this service lives">
        <ol className={styles['crumbs']}>
          <li>
            <AppLink href="/">Fleet</AppLink>
          </li>
          <li title={`Subscription ${subscriptionId}`}>
            <ChevronRight12Regular />
            <SubscriptionName subscription={subscription} id={subscriptionId} />
          </li>
          <li title="Resource group">
            <ChevronRight12Regular />
            {resourceGroup}
          </li>
        </ol>
      </nav>
      <div className={styles['title']}>
        <h1>{name}</h1>
        <CopyButton text={name} what="name" className={styles['copy']} />
      </div>
      <div className={styles['actions']}>{actions}</div>
      <div className={styles['facts']}>{children}</div>
    </header>
  );
}

function SubscriptionName({
  subscription,
  id,
}: {
  readonly subscription: SubscriptionRead;
  readonly id: string;
}) {
  switch (subscription.state) {
    case 'known':
      return subscription.subscription.name;
    case 'loading':
      return <Skeleton width="16ch" line="caption" />;
    case 'unknown':
      return <code>{id}</code>;
  }
}
