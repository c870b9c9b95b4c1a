import { parseRange, shortForm } from '../../../domain/address.ts';
import { armName, armSegment } from '../../../domain/arm-id.ts';
import type { Entry, Stability } from '../../../domain/guidance/contract.ts';
import { regionLabel } from '../../../domain/region.ts';
import type { Service } from '../../../domain/service.ts';
import { numberText } from '../../../ui/locale.ts';

/** One line of the answer: what to allow where, how long it holds and why. */
export type AnswerRow = {
  readonly key: string;
  /** As people write it; null for what holds for the whole service. */
  readonly region: string | null;
  /** DNS: the name of the record. */
  readonly name: string | null;
  /** One address without `/32`. */
  readonly value: string;
  /** An address, a range or a tag: never to be broken over two lines, as a long host name may be. */
  readonly whole: boolean;
  readonly ports: string;
  readonly required: boolean;
  readonly stability: Stability;
  readonly reason: string;
  /** Where the value was read: resource and field. */
  readonly source: string;
};

/** The entries as rows, in the order of the service's own regions. */
export function answerRows(service: Service, entries: readonly Entry[]): readonly AnswerRow[] {
  const order = (region: string | undefined) => service.regions.findIndex(({ name }) => name === region);
  return entries
    .map(entry => ({ entry, at: order(entry.region) }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => ({
      key: [entry.purpose, entry.region, entry.name, entry.value, entry.ports.join(), entry.from].join(' '),
      region: entry.region === undefined ? null : displayName(service, entry.region),
      name: entry.name ?? null,
      value: shortValue(entry),
      whole: entry.kind !== 'hostName',
      ports: entry.ports.length === 0 ? '' : `${entry.protocol.toUpperCase()} ${entry.ports.join(', ')}`,
      required: entry.required,
      stability: entry.stability,
      reason: entry.reason,
      source: sourceOf(service, entry),
    }));
}

function displayName(service: Service, region: string): string {
  const found = service.regions.find(({ name }) => name === region);
  return regionLabel(found?.displayName ?? region);
}

function shortValue({ kind, value }: Entry): string {
  const range = kind === 'cidr' ? parseRange(value) : undefined;
  return range ? shortForm(range) : value;
}

/** `vnet-hub-weu / snet-apim-weu, addressPrefix`. */
function sourceOf(service: Service, { from, region, prefixes, changeNumber }: Entry): string {
  const [head, field] = from.split('.');
  const subnetId = service.regions.find(({ name }) => name === region)?.subnetId;
  if (head === 'subnet' && subnetId) {
    const vnet = armSegment(subnetId, 'virtualNetworks');
    return `${vnet === undefined ? '' : `${vnet} / `}${armName(subnetId)}, ${field ?? from}`;
  }
  if (prefixes === undefined) return from;
  const count = numberText(prefixes.length);
  return `service tag, ${count} ranges${changeNumber === undefined ? '' : `, change number ${changeNumber}`}`;
}
