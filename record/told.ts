import type { TimelineEntry } from '../src/domain/timeline/entry.ts';
import { changesAddress } from './news.ts';

/** A change for programs: the webhook's and `--json`'s form. No name of a person. */
export type Told = Pick<
  TimelineEntry,
  'id' | 'service' | 'at' | 'notBefore' | 'causes' | 'differences' | 'sources'
> & {
  /** An address came, went or became another one. */
  readonly address: boolean;
};

export function toldOf(entry: TimelineEntry): Told {
  const { id, service, at, notBefore, causes, differences, sources } = entry;
  return { id, service, at, notBefore, address: changesAddress(entry), causes, differences, sources };
}

/** A change for people, one line. */
export function lineOf(entry: TimelineEntry): string {
  const name = entry.service.split('/').at(-1) ?? entry.service;
  const addresses = entry.differences
    .filter(one => /IPAddresses$/.test(one.field))
    .map(({ region, field, before, after }) =>
      `${region ?? ''} ${field} ${textOf(before)} -> ${textOf(after)}`.trim(),
    );
  const what = addresses.length > 0 ? `: ${addresses.join('; ')}` : '';
  return `${entry.at} ${name} ${entry.causes.join(', ')}${what}`;
}

function textOf(value: TimelineEntry['differences'][number]['before']): string {
  if (value === undefined) return 'not known';
  if (value === null) return 'none';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
