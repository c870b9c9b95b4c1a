import { armName } from '../../../domain/arm-id.ts';
import { type CauseKind, causeWords } from '../../../domain/cause-words.ts';
import { regionLabel } from '../../../domain/region.ts';
import { utcDateText, utcTimeText } from '../../../domain/time/time-text.ts';
import { causeLabel, causeText } from '../../../domain/timeline/cause-texts.ts';
import type { CauseCode } from '../../../domain/timeline/causes.ts';
import type { Difference } from '../../../domain/timeline/difference.ts';
import type { EntrySource, TimelineEntry, Who } from '../../../domain/timeline/entry.ts';
import { addressFields, type FactValue, isAddressField } from '../../../domain/timeline/facts.ts';
import { instantOf } from '../../../domain/timeline/time.ts';

export type CauseItem = {
  readonly code: CauseCode;
  readonly kind: CauseKind;
  readonly label: string;
  readonly text: string;
  readonly link: string | null;
};

export function causesOfEntry(entry: TimelineEntry): readonly CauseItem[] {
  return entry.causes.map(code => {
    const label = causeLabel(code, entry.deleted);
    return { code, kind: causeWords(code).kind, label, ...causeText(code, entry.deleted) };
  });
}

export const sourceLabels: Readonly<Record<EntrySource, string>> = {
  observed: 'Observed here',
  recorded: 'Recorded by your team',
  imported: 'From a file',
  'change-history': 'Change history',
  'activity-log': 'Activity log',
};

/** A span shorter than this is a moment: it is the time that one reading takes. */
const momentMs = 120_000;

/** `16 Nov 2026, 07:40`; a change whose moment is not known as the span in which it lies, never as a moment. UTC. */
export function whenText({ at, notBefore }: Pick<TimelineEntry, 'at' | 'notBefore'>): string {
  if (notBefore === null || instantOf(at) - instantOf(notBefore) < momentMs) return utcTimeText(at);
  const [from, to] = [utcDateText(notBefore), utcDateText(at)];
  if (from === to) return `${utcTimeText(notBefore)} to ${utcTimeText(at).slice(-5)}`;
  const [, month = '', year = ''] = /^\d+ (\w+) (\d+)$/.exec(from) ?? [];
  if (!to.endsWith(year)) return `${from} to ${to}`;
  const short = to.includes(month) ? from.replace(` ${month} ${year}`, '') : from.replace(` ${year}`, '');
  return `${short} to ${to}`;
}

const fieldLabels: Readonly<Record<Difference['field'], string>> = {
  createdAt: 'Created',
  tier: 'Tier',
  vnetMode: 'VNet mode',
  subscriptionState: 'Subscription',
  publicNetworkAccess: 'Public access',
  primary: 'Region',
  publicIPAddresses: 'Public IP',
  privateIPAddresses: 'Private VIP',
  outboundPublicIPAddresses: 'Outbound IP',
  subnetId: 'Subnet',
  publicIpAddressId: 'Public IP resource',
  natGatewayState: 'NAT gateway',
  zones: 'Zones',
  platformVersion: 'Platform',
  gatewayDisabled: 'Gateway',
};

export function fieldLabel(field: Difference['field']): string {
  return fieldLabels[field];
}

export type DifferenceLine = {
  readonly key: string;
  readonly region: string | undefined;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly mono: boolean;
};

/** What changed, addresses first; `rest` is what went with it. */
export function differenceLines(entry: TimelineEntry): {
  readonly lines: readonly DifferenceLine[];
  readonly rest: readonly DifferenceLine[];
} {
  const all = entry.differences.filter(one => !repeatsPublic(one, entry.differences));
  const addresses = all
    .filter(one => isAddressField(one.field))
    .sort((a, b) => orderOf(a.field) - orderOf(b.field));
  const others = all.filter(one => !isAddressField(one.field));
  const lines = (addresses.length > 0 ? addresses : others).map(lineOf);
  return { lines, rest: addresses.length > 0 ? others.map(lineOf) : [] };
}

function orderOf(field: Difference['field']): number {
  return isAddressField(field) ? addressFields.indexOf(field) : -1;
}

/** Outbound addresses that follow the public ones say nothing new. */
function repeatsPublic(one: Difference, all: readonly Difference[]): boolean {
  if (one.field !== 'outboundPublicIPAddresses') return false;
  const twin = all.find(other => other.field === 'publicIPAddresses' && other.region === one.region);
  return (
    twin !== undefined &&
    JSON.stringify([twin.before, twin.after]) === JSON.stringify([one.before, one.after])
  );
}

function lineOf({ region, field, before, after }: Difference): DifferenceLine {
  return {
    key: `${region ?? ''}/${field}`,
    region: region === undefined ? undefined : regionLabel(region),
    label: fieldLabels[field],
    before: valueText(field, before),
    after: valueText(field, after),
    mono: isAddressField(field),
  };
}

function valueText(field: Difference['field'], value: FactValue | undefined): string {
  if (value === undefined) return 'not recorded';
  if (field === 'gatewayDisabled') return value === null ? 'none' : value === true ? 'off' : 'on';
  if (field === 'primary') return value === null ? 'not there' : value === true ? 'primary' : 'additional';
  if (value === null) return 'none';
  if (field === 'createdAt') return utcTimeText(String(value));
  if (field === 'subnetId' || field === 'publicIpAddressId') return armName(String(value)) || String(value);
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** The regions of an entry, in words; empty for what concerns the whole service. */
export function regionsText(entry: TimelineEntry): string {
  const names = [...new Set(entry.differences.flatMap(one => one.region ?? []))].map(regionLabel);
  return names.length === 0 ? 'Whole service' : names.join(', ');
}

export type WhoText = { readonly text: string; readonly sure: boolean };

/** What Azure writes where it does not know who it was. */
const nobody = new Set(['unknown', 'unspecified']);

/** Who did it; a name only where it is certain, otherwise that it is possible. */
export function whoText(who: Who | null): WhoText {
  if (who === null) return { text: 'not recorded', sure: false };
  if (who.certainty === 'certain') {
    return who.name === null || nobody.has(who.name.toLowerCase())
      ? { text: 'not recorded', sure: false }
      : { text: who.name, sure: true };
  }
  const names = [...new Set(who.candidates.flatMap(one => one.name ?? []))];
  return { text: names.length === 0 ? 'not recorded' : `possible: ${names.join(', ')}`, sure: false };
}

/** `Microsoft.ApiManagement/service/write` for an entry that changed nothing that is known. */
export function operationText(entry: TimelineEntry): string {
  const operations = entry.changes.flatMap(one => one.operation ?? []);
  return operations[0] ?? 'An operation';
}
