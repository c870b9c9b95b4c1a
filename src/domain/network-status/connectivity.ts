import type { UnreadableRow } from '../service.ts';

/** One dependency that a region of a service tries to reach from inside its network. */
export type Connectivity = {
  /** A host, a URL or a label such as `Scm`. */
  readonly name: string;
  /** Azure's word without case; `unknown` for any other, which `statusText` keeps. */
  readonly status: 'success' | 'failure' | 'initializing' | 'unknown';
  readonly statusText: string;
  readonly error: string | null;
  /** ISO times, null where Azure does not say. */
  readonly lastUpdated: string | null;
  readonly lastStatusChange: string | null;
  /** BlobStorage, SQLDatabase, ... verbatim. */
  readonly resourceType: string | null;
  /** False: the service needs it. Null where Azure does not say. */
  readonly isOptional: boolean | null;
};

export type RegionNetworkStatus = {
  /** As Azure spells the location; null for an answer about one location, which does not repeat it. */
  readonly location: string | null;
  readonly dnsServers: readonly string[];
  readonly connectivity: readonly Connectivity[];
  readonly unreadable: readonly UnreadableRow[];
};

/** What a service has to reach, as host names; Azure gives no addresses. */
export type OutboundDependency = {
  /** `Azure SMTP`, `Azure SQL`, ... verbatim. */
  readonly category: string;
  readonly endpoints: readonly {
    readonly domainName: string;
    readonly ports: readonly { readonly port: number | null; readonly region: string | null }[];
  }[];
};

/** Azure's word for a state, whatever its case: tools in the wild test for `success` and for `Success`. */
export function connectivityState(word: string | null): Connectivity['status'] {
  const key = word?.trim().toLowerCase();
  return key === 'success' || key === 'failure' || key === 'initializing' ? key : 'unknown';
}
