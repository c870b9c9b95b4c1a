import type { NoticeCode } from './notices.ts';
import type { Purpose } from './purpose.ts';

/** The JSON that guidance is exported as, schemaVersion 1. Changing it needs a new version. */
export type GuidanceDocument = {
  readonly schemaVersion: 1;
  /** ISO instant. */
  readonly generatedAt: string;
  readonly services: readonly ServiceGuidance[];
};

export type ServiceGuidance = {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly vnetMode: string;
  /** Null where it could not be read. */
  readonly subscriptionState: string | null;
  /** ISO instant at which ARM gave the service. */
  readonly asOf: string;
  readonly entries: readonly Entry[];
  readonly warnings: readonly Warning[];
  readonly unknown: readonly Unknown[];
};

export type EnforceAt = 'client-firewall' | 'service-subnet-nsg' | 'back-end-firewall' | 'dns-zone';
export type Stability = 'static' | 'shared' | 'dynamic';

export type Entry = {
  readonly purpose: Purpose;
  readonly enforceAt: EnforceAt;
  readonly valueIs: 'source' | 'destination' | 'record';
  readonly kind: 'cidr' | 'serviceTag' | 'hostName';
  /** A CIDR (one address as /32 or /128), a service tag or a host name. */
  readonly value: string;
  /** Azure's short form; absent for what holds for the whole service. */
  readonly region?: string;
  readonly protocol: 'Tcp';
  /** Empty: not known. */
  readonly ports: readonly number[];
  readonly required: boolean;
  readonly stability: Stability;
  /** The field that the value was read from. */
  readonly from: string;
  readonly reason: string;
  readonly docs: string;
  /** DNS entries: the name of the record. */
  readonly name?: string;
  /** Service tags, once fetched: the CIDR ranges behind the tag. */
  readonly prefixes?: readonly string[];
  readonly changeNumber?: string;
};

export type Warning = {
  readonly code: NoticeCode;
  readonly region?: string;
  readonly text: string;
};

export type Unknown = {
  readonly code: NoticeCode;
  readonly region?: string;
  readonly purpose: Purpose;
  readonly text: string;
};
