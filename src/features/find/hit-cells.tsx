import { CheckmarkCircle16Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { History16Regular } from '@fluentui/react-icons/headless/svg/history';
import { QuestionCircle16Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import type { ReactNode } from 'react';
import { armName } from '../../domain/arm-id.ts';
import type { FindHit } from '../../domain/find/hit.ts';
import { type HitTone, hitTone, hitWords } from '../../domain/find/words.ts';
import type { Service } from '../../domain/service.ts';
import { tierLabel } from '../../domain/tier.ts';
import { servicePathOf } from '../../domain/url/service-url.ts';
import { knownVnetMode, vnetModeQualifier } from '../../domain/vnet-mode.ts';
import { VnetBadge } from '../../parts/vnet-badge.tsx';
import { AppLink } from '../../ui/app-link.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import styles from './hit-cells.module.css';

export type HitsProps = {
  readonly hits: readonly FindHit[];
  /** Names by subscription GUID in lower case. */
  readonly subscriptions: ReadonlyMap<string, string>;
  readonly label: string;
  /** False: the heads of the columns are for screen readers alone. */
  readonly headed: boolean;
};

const icons: Readonly<Record<HitTone, ReactNode>> = {
  is: <CheckmarkCircle16Regular />,
  was: <History16Regular />,
  may: <QuestionCircle16Regular />,
};

/** What the hit is to the service, with what that means below. */
export function RoleCell({ hit }: { readonly hit: FindHit }) {
  const { role, note } = hitWords(hit);
  return (
    <span className={styles['role']} data-tone={hitTone(hit)}>
      {icons[hitTone(hit)]}
      <span>
        <span className={styles['first']}>{role}</span>
        {note !== '' && <span className={styles['second']}>{note}</span>}
      </span>
    </span>
  );
}

/** The address, range or name that was found, to copy; nothing where the service's own name is all there is. */
export function ValueCell({ hit }: { readonly hit: FindHit }) {
  if (hit.kind === 'service' || hit.kind === 'resource') return <span className={styles['quiet']}>–</span>;
  const { value } = hitWords(hit);
  return (
    <span className={styles['value']}>
      <code>{value}</code>
      <CopyButton text={value} what={value} className={styles['copy']} />
    </span>
  );
}

/** The service, with where it lives below; of a service that is gone the name alone. */
export function ServiceCell({
  hit,
  subscriptions,
}: {
  readonly hit: FindHit;
  readonly subscriptions: HitsProps['subscriptions'];
}) {
  if (hit.kind === 'shared') return <SharedServices services={hit.services} />;
  const service = hit.kind === 'address' ? hit.place.service : hit.service;
  if (!service) {
    const id = hit.kind === 'former' ? hit.former.service : '';
    return (
      <>
        <span className={styles['first']}>{armName(id)}</span>
        <span className={styles['second']}>gone, or not readable now</span>
      </>
    );
  }
  return (
    <>
      <ServiceLink service={service} />
      <span className={styles['second']}>
        {service.resourceGroup} ·{' '}
        {subscriptions.get(service.subscriptionId.toLowerCase()) ?? service.subscriptionId}
      </span>
    </>
  );
}

export function ServiceLink({ service }: { readonly service: Service }) {
  return (
    <AppLink href={hrefOf(service)} className={styles['service']} data-answer="">
      {service.name}
    </AppLink>
  );
}

export function hrefOf(service: Service): string {
  return servicePathOf(service.id);
}

const mostNamed = 3;

function SharedServices({ services }: { readonly services: readonly Service[] }) {
  const more = services.length - mostNamed;
  return (
    <>
      <span className={styles['first']}>
        {services.slice(0, mostNamed).map((service, at) => (
          <span key={service.id}>
            {at > 0 && ', '}
            <ServiceLink service={service} />
          </span>
        ))}
      </span>
      {more > 0 && <span className={styles['second']}>and {more} more</span>}
    </>
  );
}

/** Tier and VNet mode: the first things that support needs to know. */
export function ModeCell({ service }: { readonly service: Service | null }) {
  if (!service) return <span className={styles['quiet']}>–</span>;
  const qualifier = vnetModeQualifier(service.tier, service.vnetMode);
  const inVnet = knownVnetMode(service.vnetMode) !== 'None';
  return (
    <>
      <span className={styles['mode']}>
        <VnetBadge mode={service.vnetMode} none="badge" />
        {qualifier && <span className={styles['quiet']}>{qualifier}</span>}
      </span>
      <span className={styles['second']}>
        {tierLabel(service.tier)}
        {inVnet && (
          <>
            {' · '}
            <AppLink href={`${hrefOf(service)}?tab=network`}>network status</AppLink>
          </>
        )}
      </span>
    </>
  );
}
