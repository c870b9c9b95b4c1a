import { regionLabel } from '../../../domain/region.ts';
import { utcDateText } from '../../../domain/time/time-text.ts';
import type { AddressesAt, AddressState } from '../../../domain/timeline/at-date.ts';
import { type DayChange, dayChangeLines } from './day-changes.ts';
import { kindLabels } from './lane-layout.ts';

const order = ['publicIPAddresses', 'outboundPublicIPAddresses', 'privateIPAddresses'] as const;

/** What is known of one region, without outbound addresses that are the public ones, and without kinds that are not there. */
export function kindsOf(found: readonly AddressesAt[], region: string): readonly AddressesAt[] {
  const own = found.filter(one => one.region === region);
  const pub = own.find(one => one.kind === 'publicIPAddresses');
  return order.flatMap(kind => {
    const one = own.find(other => other.kind === kind);
    if (!one) return [];
    if (kind === 'outboundPublicIPAddresses' && pub && valueKey(pub) === valueKey(one)) return [];
    if (kind !== 'publicIPAddresses' && isNone(one)) return [];
    return [one];
  });
}

function valueKey(one: AddressesAt): string {
  if (one.state === 'gap') return JSON.stringify([one.before, one.after]);
  return one.state === 'known' || one.state === 'after-record' ? JSON.stringify(one.addresses) : one.state;
}

function isNone(one: AddressesAt): boolean {
  if (one.state === 'gap') return one.before.length === 0 && one.after.length === 0;
  return (one.state === 'known' || one.state === 'after-record') && one.addresses.length === 0;
}

/** How sure it is, or why there is nothing. */
export function stateText(one: AddressState): string {
  switch (one.state) {
    case 'known':
      return one.from === one.to
        ? `Seen on ${utcDateText(one.from)}.`
        : `Seen ${utcDateText(one.from)} and ${utcDateText(one.to)}, equal both times.`;
    case 'gap':
      return one.same
        ? `Not seen then. Equal on ${utcDateText(one.from)} and ${utcDateText(one.to)}.`
        : `Changed between ${utcDateText(one.from)} and ${utcDateText(one.to)}; the moment is not known.`;
    case 'no-region':
      return 'Not a region of this service then';
    case 'no-service':
      return 'The service was not there';
    case 'before-record':
      return one.recordedSince === null
        ? 'Nothing is known'
        : `Nothing is known before ${utcDateText(one.recordedSince)}`;
    case 'after-record':
      return `Last seen ${utcDateText(one.lastSeen)}.`;
  }
}

/** The same as text, to be put into a ticket, with what changed on that day where that is known. */
export function datedText(
  found: readonly AddressesAt[],
  title: string,
  changes: readonly DayChange[] = [],
): string {
  const lines = [...new Set(found.map(one => one.region))].flatMap(region =>
    kindsOf(found, region).map(one => {
      const value =
        one.state === 'gap'
          ? one.same
            ? one.before.join(', ')
            : `${one.before.join(', ') || 'none'} or ${one.after.join(', ') || 'none'}`
          : one.state === 'known' || one.state === 'after-record'
            ? one.addresses.join(', ') || 'none'
            : stateText(one);
      return `${regionLabel(region)}\t${kindLabels[one.kind]}\t${value}`;
    }),
  );
  return [title, ...lines, ...changes.flatMap(dayChangeLines)].join('\n');
}
