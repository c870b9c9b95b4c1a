import { ArrowClockwise20Regular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import { ChevronDown20Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { DocumentText20Regular } from '@fluentui/react-icons/headless/svg/document-text';
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link';
import { Open20Regular } from '@fluentui/react-icons/headless/svg/open';
import { lazy, type ReactNode, Suspense } from 'react';
import styles from './actions.module.css';
import type { ServiceActionsProps } from './service-actions-props.ts';

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
        <ChevronDown20Regular />
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

type PlaceProps = { readonly icon: ReactNode; readonly wide?: boolean; readonly children: ReactNode };

function Place({ icon, wide, children }: PlaceProps) {
  return (
    <span className={styles['place']} data-wide={wide} aria-hidden="true">
      {icon}
      {children}
    </span>
  );
}
