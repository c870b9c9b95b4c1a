import type { CauseCode } from './timeline/causes.ts';

/** The kinds of cause that the screens tell apart by shape and colour. */
export type CauseKind = 'unexplained' | 'address' | 'network' | 'region' | 'life';

export type CauseWords = { readonly label: string; readonly kind: CauseKind };

const words: ReadonlyMap<string, CauseWords> = new Map(
  Object.entries({
    unexplained: { label: 'Unexplained', kind: 'unexplained' },
    'public-ip-resource-changed': { label: 'Public IP resource changed', kind: 'address' },
    'nat-gateway-changed': { label: 'NAT gateway changed', kind: 'address' },
    'vnet-added': { label: 'VNet added', kind: 'network' },
    'vnet-removed': { label: 'VNet removed', kind: 'network' },
    'vnet-mode-switched': { label: 'VNet mode switched', kind: 'network' },
    'subnet-moved': { label: 'Subnet moved', kind: 'network' },
    'public-access-changed': { label: 'Public access changed', kind: 'network' },
    'zones-changed': { label: 'Zones changed', kind: 'region' },
    'region-added': { label: 'Region added', kind: 'region' },
    'region-removed': { label: 'Region removed', kind: 'region' },
    'region-reinstated': { label: 'Region reinstated', kind: 'region' },
    'gateway-toggled': { label: 'Gateway toggled', kind: 'region' },
    created: { label: 'Created', kind: 'life' },
    gone: { label: 'No longer there', kind: 'life' },
    recreated: { label: 'Recreated', kind: 'life' },
    'subscription-state-changed': { label: 'Subscription state changed', kind: 'life' },
    'subscription-reinstated': { label: 'Subscription reinstated', kind: 'life' },
    'platform-migrated': { label: 'Platform migrated', kind: 'life' },
    'tier-changed': { label: 'Tier changed', kind: 'life' },
  } satisfies Readonly<Record<CauseCode, CauseWords>>),
);

/** A cause code in words; a code that is not of the contract stays as it is. */
export function causeWords(code: string): CauseWords {
  return words.get(code) ?? { label: code, kind: 'life' };
}
