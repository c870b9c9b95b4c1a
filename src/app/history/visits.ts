import type { AzureScope } from '../../azure/azure.ts';

const prefix = 'apim-ip.visit';
/** A pause longer than this ends a visit; a reload does not. */
const pauseMs = 30 * 60_000;

type Stored = { readonly from: number | null; readonly seen: number };

/**
 * When the visit before this one ended, in epoch ms; null for the first one. Follows the page from then on, until the
 * function that comes with it is called.
 */
export function followVisit(
  { cloud, tenantId, accountId }: AzureScope,
  now: () => number,
): { readonly lastVisit: number | null; readonly stop: () => void } {
  const key = [prefix, cloud, tenantId, accountId].join('.');
  const known = load(key);
  const goesOn = known !== null && now() - known.seen < pauseMs;
  const lastVisit = known === null ? null : goesOn ? known.from : known.seen;
  const save = () => store(key, { from: lastVisit, seen: now() });
  const hidden = () => {
    if (document.visibilityState === 'hidden') save();
  };
  save();
  document.addEventListener('visibilitychange', hidden);
  return { lastVisit, stop: () => document.removeEventListener('visibilitychange', hidden) };
}

function load(key: string): Stored | null {
  try {
    const [from = '', seen = ''] = (localStorage.getItem(key) ?? '').split(' ');
    const at = Number(seen);
    return seen === '' || Number.isNaN(at) ? null : { from: from === '-' ? null : Number(from), seen: at };
  } catch {
    return null;
  }
}

function store(key: string, { from, seen }: Stored): void {
  try {
    localStorage.setItem(key, `${from ?? '-'} ${seen}`);
  } catch {
    // Storage that is denied or full: the next visit then counts as the first.
  }
}
