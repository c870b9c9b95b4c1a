import { utcDateText } from './time/time-text.ts';

/** An address that a service had and has no longer, as far as the record tells. Times in milliseconds since 1970. */
export type FormerAddress = {
  /** ARM id of the service, which may be gone itself. */
  readonly service: string;
  /** Azure's short form. */
  readonly region: string;
  readonly kind: 'publicIPAddresses' | 'privateIPAddresses' | 'outboundPublicIPAddresses';
  /** An address, or a CIDR where ARM reported one. */
  readonly address: string;
  /** First seen. */
  readonly from: number;
  readonly lastSeen: number;
  /** First look without it; null where nobody has looked since. */
  readonly goneBy: number | null;
  /** Why it changed, in two or three words such as `Zones changed`; null where that is not known. */
  readonly cause: string | null;
};

const day = 86_400_000;

/** `until 9 Apr 2026` where the end is known to the day, `last seen 12 Jul 2026` where nobody looked for longer. */
export function endText({ lastSeen, goneBy }: FormerAddress): string {
  const known = goneBy !== null && goneBy - lastSeen <= day;
  return known ? `until ${utcDateText(goneBy)}` : `last seen ${utcDateText(lastSeen)}`;
}

/** `9 Jan 2025 to 9 Apr 2026`, or `9 Jan 2025, last seen 12 Jul 2026` where the end is not known to the day. */
export function intervalText(former: FormerAddress): string {
  const { from, lastSeen, goneBy } = former;
  const known = goneBy !== null && goneBy - lastSeen <= day;
  return known
    ? `${utcDateText(from)} to ${utcDateText(goneBy)}`
    : `seen ${utcDateText(from)} to ${utcDateText(lastSeen)}`;
}

const kinds: Readonly<Record<FormerAddress['kind'], string>> = {
  publicIPAddresses: 'public IP',
  privateIPAddresses: 'private VIP',
  outboundPublicIPAddresses: 'outbound IP',
};

/** Azure's own term for what the address was. */
export function formerKind({ kind }: FormerAddress): string {
  return kinds[kind];
}
