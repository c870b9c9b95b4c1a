import { regionName } from '../region.ts';
import { utcTimeText } from '../time/time-text.ts';
import type { RegionNetworkStatus } from './connectivity.ts';
import { missingRegion, type RegionState, type RegionVerdict, regionVerdict } from './region-verdict.ts';

/** How the whole service stands; `none`: Azure reports no check at all. */
export type NetworkState = 'failing' | 'stale' | 'unclear' | 'starting' | 'fine' | 'none';

export type NetworkVerdict = {
  readonly state: NetworkState;
  /** One sentence that names the regions; can be quoted in a ticket. */
  readonly title: string;
  /** What is true besides, in sentences. */
  readonly detail: readonly string[];
  /** What concerns a reader soonest first, else in Azure's order. */
  readonly regions: readonly RegionVerdict[];
};

/**
 * The verdict on a service's network. Only what it needs decides it; optional checks never do. `locations` are the
 * regions of the service: one that Azure leaves out is named, never taken for fine. `now` is epoch ms.
 */
export function networkVerdict(
  status: readonly RegionNetworkStatus[],
  locations: readonly string[],
  now: number,
): NetworkVerdict {
  const told = status.map(region => regionVerdict(region, now));
  const names = new Set(told.map(region => region.name));
  const left = locations.filter(location => !names.has(regionName(location))).map(missingRegion);
  const regions = [...told, ...left].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const state = stateOf(regions);
  const sentences = new Map<RegionState, string>();
  for (const one of order) {
    const having = regions.filter(region => region.state === one);
    if (having.length > 0) sentences.set(one, sentenceOf(one, having, regions.length));
  }
  const [title = 'Azure reports no network checks for this service.', ...others] = sentences.values();
  return { state, title, detail: others, regions };
}

/** What concerns a reader soonest stands first. */
const order = ['failing', 'stale', 'unclear', 'starting', 'missing', 'empty', 'fine'] as const;

function stateOf(regions: readonly RegionVerdict[]): NetworkState {
  const worst = order.find(one => regions.some(region => region.state === one));
  if (worst === undefined || regions.every(({ state }) => state === 'missing' || state === 'empty'))
    return 'none';
  return worst === 'missing' || worst === 'empty' ? 'unclear' : worst;
}

function sentenceOf(state: RegionState, regions: readonly RegionVerdict[], of: number): string {
  const names = regions.length === of && of > 2 ? `All ${of} regions` : listed(regions);
  const one = regions.length === 1;
  switch (state) {
    case 'failing':
      return failingSentence(regions);
    case 'stale':
      return staleSentence(regions, of);
    case 'unclear': {
      const count = regions.reduce((sum, region) => sum + region.unclear, 0);
      return `What ${names} can reach is not clear: ${count === 1 ? '1 check is' : `${count} checks are`} old, or came in a form that this product does not know.`;
    }
    case 'starting':
      return `${names} ${one ? 'is' : 'are'} still starting: not every check has a result.`;
    case 'missing':
      return `Azure says nothing about ${listed(regions)}.`;
    case 'empty':
      return `Azure reports no checks for ${listed(regions)}.`;
    case 'fine':
      return `${names} ${one ? 'reaches' : 'reach'} everything${optionalFails(regions) ? ` that ${one ? 'it needs' : 'they need'}` : ''}.`;
  }
}

const optionalFails = (regions: readonly RegionVerdict[]) =>
  regions.some(region => region.optionalFailing > 0 || region.starting > 0);

function failingSentence(regions: readonly RegionVerdict[]): string {
  const out = regions.filter(region => region.failing > 0);
  const inbound = regions.filter(region => region.inboundFailing);
  const [only] = out;
  const reach =
    only === undefined
      ? ''
      : out.length > 1
        ? `${listed(out)} cannot reach dependencies that they need`
        : `${only.label} cannot reach ${numbered(only.failing)} that it needs`;
  if (inbound.length === 0) return `${reach}.`;
  const same = out.length === 1 && inbound.length === 1 && inbound[0] === only;
  const manage = `Azure cannot reach ${same ? 'it' : listed(inbound)} on port 3443 to manage the service`;
  return reach === '' ? `${manage}.` : `${reach}, and ${manage}.`;
}

function staleSentence(regions: readonly RegionVerdict[], of: number): string {
  const since = regions.reduce((last, { newsAt }) => Math.max(last, newsAt ?? 0), 0);
  const where = regions.length === of ? '' : ` of ${listed(regions)}`;
  return `Azure has had no news from inside the network${where} since ${utcTimeText(since)} UTC.`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function numbered(count: number): string {
  return count === 1 ? 'one dependency' : `${numbers[count] ?? count} dependencies`;
}

/** `A`, `A and B`, `A, B and C`. */
function listed(regions: readonly RegionVerdict[]): string {
  const labels = regions.map(region => region.label);
  const last = labels.at(-1) ?? '';
  return labels.length < 2 ? last : `${labels.slice(0, -1).join(', ')} and ${last}`;
}
