import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAzure } from '../../../azure/azure-context.ts';
import { outboundDependenciesQuery } from '../../../azure/get-outbound-dependencies.ts';
import { networkChecks } from '../../../domain/network-status/check.ts';
import type { RegionNetworkStatus } from '../../../domain/network-status/connectivity.ts';
import { portsOfHosts } from '../../../domain/network-status/ports.ts';
import { networkVerdict } from '../../../domain/network-status/verdict.ts';
import type { Service } from '../../../domain/service.ts';
import { useClock } from '../../../ui/use-clock.ts';
import { ChecksTable } from './checks-table.tsx';
import { RegionFacts } from './region-facts.tsx';
import { RegionStrip } from './region-strip.tsx';
import { VerdictHead } from './verdict-head.tsx';

type Props = { readonly service: Service; readonly regions: readonly RegionNetworkStatus[] };

const minute = 60_000;

/** Verdict, regions, checks and DNS servers of an answer. Ages follow the clock. */
export function NetworkView({ service, regions }: Props) {
  const now = useClock(at => Math.floor(at / minute) * minute);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: outbound } = useQuery(outboundDependenciesQuery(useAzure(), service.id));
  const hosts = useMemo(() => portsOfHosts(outbound?.dependencies ?? []), [outbound]);
  const checks = useMemo(() => networkChecks(regions, now), [regions, now]);
  const verdict = useMemo(
    () =>
      networkVerdict(
        regions,
        service.regions.map(region => region.displayName),
        now,
      ),
    [regions, service, now],
  );
  const shown = chosen === null ? checks : checks.filter(check => check.regionName === chosen);
  return (
    <>
      <VerdictHead verdict={verdict} now={now} />
      {verdict.regions.length > 0 && (
        <RegionStrip regions={verdict.regions} checks={checks.length} chosen={chosen} onChoose={setChosen} />
      )}
      {shown.length > 0 && (
        <ChecksTable key={chosen ?? ''} service={service} checks={shown} hosts={hosts} now={now} />
      )}
      <RegionFacts regions={regions} />
    </>
  );
}
