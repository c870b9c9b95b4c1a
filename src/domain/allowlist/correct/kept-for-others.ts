import { parseIpRange } from '../../ranges/ip-range.ts';
import type { Judgement } from '../judgement.ts';
import { bareText } from './bare-text.ts';

/** A part of an entry that is not needed here and stays, because services have it now: taking it out would cut them off. */
export type KeptForOthers = {
  readonly cidr: string;
  /** Names of the services. */
  readonly owners: readonly string[];
};

export function keptForOthers(
  cidrs: readonly string[],
  { ownersOf }: Pick<Judgement, 'ownersOf'>,
): readonly KeptForOthers[] {
  return [...new Set(cidrs)].map(cidr => {
    const range = parseIpRange(cidr);
    return { cidr, owners: range ? ownersOf(range) : [] };
  });
}

/** `kept for contoso-mobile`; the first two names and the number of the others. */
export function keptForWords(kept: readonly KeptForOthers[]): string {
  const names = [...new Set(kept.flatMap(({ owners }) => owners))];
  const more = names.length - 2;
  const shown = more > 0 ? `${names.slice(0, 2).join(', ')} and ${more} more` : names.join(' and ');
  return shown === '' ? 'kept: a service has it now' : `kept for ${shown}`;
}

/** Those that a line of the corrected list writes; `203.0.113.7` stands for its `/32`. */
export function keptOnLine(
  line: string,
  byText: ReadonlyMap<string, KeptForOthers>,
): readonly KeptForOthers[] {
  if (byText.size === 0) return [];
  return line.split(/[^\w.:/]+/).flatMap(word => byText.get(singleText(word)) ?? []);
}

/** One spelling of an address and its `/32` or `/128`. */
export function singleText(value: string): string {
  return bareText(value.toLowerCase());
}
