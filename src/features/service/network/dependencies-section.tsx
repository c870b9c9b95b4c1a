import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { actions } from '../../../azure/actions.ts';
import { useAzure } from '../../../azure/azure-context.ts';
import { outboundDependenciesQuery } from '../../../azure/get-outbound-dependencies.ts';
import { isNotOffered } from '../../../azure/is-not-offered.ts';
import {
  dependenciesAsCsv,
  dependenciesAsText,
  dependencyLines,
} from '../../../domain/network-status/dependency-list.ts';
import type { Service } from '../../../domain/service.ts';
import { ErrorPanel } from '../../../parts/error-panel.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from './dependencies-section.module.css';
import { DependenciesTable } from './dependencies-table.tsx';

/** What the service has to reach, host by host, for a firewall. It comes, and fails, by itself. */
export function DependenciesSection({ service }: { readonly service: Service }) {
  const { data, error, refetch } = useQuery(outboundDependenciesQuery(useAzure(), service.id));
  const lines = useMemo(() => dependencyLines(data?.dependencies ?? []), [data]);
  if (data === undefined) {
    if (error === null || isNotOffered(error)) return null;
    const place = {
      subject: `the outbound dependencies of ${service.name}`,
      resourceGroup: service.resourceGroup,
      subscription: service.subscriptionId,
      right: actions.outboundDependencies,
    };
    return <ErrorPanel error={error} place={place} onRetry={() => void refetch()} />;
  }
  const hosts = new Set(lines.map(line => line.host.toLowerCase())).size;
  return (
    <section className={styles['section']} aria-labelledby="outbound-dependencies">
      <div className={styles['head']}>
        <h2 id="outbound-dependencies">What the service has to reach</h2>
        <p>{hosts === 1 ? '1 host' : `${hosts} hosts`} by Azure’s list. Azure gives names, no addresses.</p>
        {lines.length > 0 && (
          <span className={styles['copies']}>
            <CopyButton text={dependenciesAsText(lines)} what="hosts and ports as text">
              Copy host:port
            </CopyButton>
            <CopyButton text={dependenciesAsCsv(lines)} what="hosts and ports as CSV">
              Copy CSV
            </CopyButton>
          </span>
        )}
      </div>
      {data.unreadable.length > 0 && (
        <Banner tone="unknown">
          <b>
            {data.unreadable.length === 1
              ? '1 category could not be read'
              : `${data.unreadable.length} categories could not be read`}
            :
          </b>{' '}
          the list below is not complete.
        </Banner>
      )}
      {lines.length > 0 && <DependenciesTable lines={lines} />}
    </section>
  );
}
