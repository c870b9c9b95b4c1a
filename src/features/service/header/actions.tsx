import { ArrowClockwise20Regular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import { DocumentText20Regular } from '@fluentui/react-icons/headless/svg/document-text';
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link';
import { Open20Regular } from '@fluentui/react-icons/headless/svg/open';
import { lazy, type ReactNode, Suspense } from 'react';
import type { SupportInput } from '../../../domain/guidance/support-summary.ts';
import styles from './actions.module.css';

/** What the support summary is made of; the network status joins it when it is copied. */
export type SupportFacts = Omit<SupportInput, 'networkVerdict'>;

export type ServiceActionsProps = {
  /** Null until the service was read. */
  readonly support: SupportFacts | null;
  /** The link to this view, made when it is copied: the address may have changed since. */
  readonly link: () => string;
  /** The service in the Azure portal; null where the cloud has none. */
  readonly portal: string | null;
  /** The page is about a moment in the past; the support summary is not. */
  readonly past: boolean;
  /** The service is being read. */
  readonly busy: boolean;
  readonly onRefresh: () => void;
};

const ServiceActions = lazy(async () => ({
  default: (await import('./service-actions.tsx')).ServiceActions,
}));

/** The buttons beside the name: their places are drawn at once, Fluent's buttons take them when they have come. */
export function Actions(props: ServiceActionsProps) {
  return (
    <div className={styles['actions']}>
      <Suspense fallback={<Places portal={props.portal !== null} />}>
        <ServiceActions {...props} />
      </Suspense>
    </div>
  );
}

function Places({ portal }: { readonly portal: boolean }) {
  return (
    <>
      <Place icon={<Link20Regular />}>Copy link</Place>
      <Place icon={<DocumentText20Regular />} wide>
        Copy support summary
      </Place>
      {portal && (
        <Place icon={<Open20Regular />} wide>
          Open in Azure portal
        </Place>
      )}
      <Place icon={<ArrowClockwise20Regular />}>Refresh</Place>
      <span className={styles['morePlace']} aria-hidden="true" />
    </>
  );
}

type PlaceProps = { readonly icon: ReactNode; readonly wide?: boolean; readonly children: string };

function Place({ icon, wide, children }: PlaceProps) {
  return (
    <span className={styles['place']} data-wide={wide} aria-hidden="true">
      {icon}
      {children}
    </span>
  );
}
