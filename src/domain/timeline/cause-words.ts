import type { CauseCode } from './causes.ts';

/** The shape and colour of a cause; the same in fleet, chart and list. Shape alone tells them apart. */
export type CauseGroup = 'unexplained' | 'address-resource' | 'network' | 'region-or-zone' | 'life-cycle';

export type CauseWords = {
  /** Two or three words for a row: `Zones changed`. */
  readonly short: string;
  /** One sentence that says what happened and what it does to addresses, no more than Microsoft documents. */
  readonly text: string;
  readonly group: CauseGroup;
  /** Microsoft's page; null where none speaks of it. */
  readonly link: string | null;
};

/** Microsoft's article on the addresses, with its list of the reasons for which they change. */
const ipPage = 'https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses';

const words: Readonly<Record<CauseCode, CauseWords>> = {
  created: {
    short: 'Created',
    text: 'The service was created.',
    group: 'life-cycle',
    link: ipPage,
  },
  gone: {
    short: 'No longer there',
    text: 'The service was deleted, or this account lost the right to read it: that cannot be told apart.',
    group: 'life-cycle',
    link: null,
  },
  recreated: {
    short: 'Recreated',
    text: 'The service was deleted and created again under the same name. Its addresses are those of a new service.',
    group: 'life-cycle',
    link: ipPage,
  },
  'subscription-state-changed': {
    short: 'Subscription state changed',
    text: 'The state of the subscription changed. Addresses may change when it is reinstated.',
    group: 'life-cycle',
    link: ipPage,
  },
  'subscription-reinstated': {
    short: 'Subscription reinstated',
    text: 'The subscription was disabled or warned and is enabled again. Addresses may change by that.',
    group: 'life-cycle',
    link: ipPage,
  },
  'vnet-added': {
    short: 'VNet added',
    text: 'A virtual network was added to the service.',
    group: 'network',
    link: ipPage,
  },
  'vnet-removed': {
    short: 'VNet removed',
    text: 'The virtual network was removed from the service.',
    group: 'network',
    link: ipPage,
  },
  'vnet-mode-switched': {
    short: 'VNet mode switched',
    text: 'The VNet mode was switched between External and Internal.',
    group: 'network',
    link: ipPage,
  },
  'subnet-moved': {
    short: 'Subnet moved',
    text: 'The service was moved to another subnet in this region.',
    group: 'network',
    link: ipPage,
  },
  'public-ip-resource-changed': {
    short: 'Public IP resource changed',
    text: 'Another public IP resource was given to the service in this region. The private VIP was seen to change with it.',
    group: 'address-resource',
    link: ipPage,
  },
  'zones-changed': {
    short: 'Zones changed',
    text: 'Availability zones were enabled, added or removed in this region. The private VIP was seen to change with it.',
    group: 'region-or-zone',
    link: ipPage,
  },
  'region-added': {
    short: 'Region added',
    text: 'A region was added to the service. It has addresses of its own.',
    group: 'region-or-zone',
    link: ipPage,
  },
  'region-removed': {
    short: 'Region removed',
    text: 'The region was removed from the service, with its addresses.',
    group: 'region-or-zone',
    link: ipPage,
  },
  'region-reinstated': {
    short: 'Region reinstated',
    text: 'The region had been removed and was added again. Its addresses may be others than before.',
    group: 'region-or-zone',
    link: ipPage,
  },
  'nat-gateway-changed': {
    short: 'NAT gateway changed',
    text: 'A NAT gateway was enabled or disabled in this region, so calls leave by other addresses.',
    group: 'address-resource',
    link: null,
  },
  'gateway-toggled': {
    short: 'Gateway toggled',
    text: 'The gateway in this region was switched on or off.',
    group: 'region-or-zone',
    link: 'https://learn.microsoft.com/azure/api-management/api-management-howto-deploy-multi-region',
  },
  'public-access-changed': {
    short: 'Public access changed',
    text: 'Public network access was enabled or disabled. Disabled: clients come through private endpoints alone.',
    group: 'network',
    link: 'https://learn.microsoft.com/azure/api-management/private-endpoint',
  },
  'platform-migrated': {
    short: 'Platform migrated',
    text: 'The service moved to another platform version.',
    group: 'life-cycle',
    link: 'https://learn.microsoft.com/azure/api-management/compute-infrastructure',
  },
  'tier-changed': {
    short: 'Tier changed',
    text: 'The tier was changed. Whether that alone changes an address is disputed.',
    group: 'life-cycle',
    link: 'https://learn.microsoft.com/azure/api-management/upgrade-and-scale',
  },
  unexplained: {
    short: 'Unexplained',
    text: 'An address changed, and nothing that Microsoft documents as a reason was seen.',
    group: 'unexplained',
    link: ipPage,
  },
};

/** Words, link and look of a cause. */
export function causeWords(code: CauseCode): CauseWords {
  return words[code];
}

/** {@link causeWords} where Azure itself recorded a deletion, so that `gone` can be told. */
export function causeWordsOf(code: CauseCode, deleted: boolean): CauseWords {
  return code === 'gone' && deleted
    ? { ...words.gone, short: 'Deleted', text: 'The service was deleted: Azure recorded it.' }
    : words[code];
}

const groupClasses: Readonly<Record<CauseGroup, string>> = {
  unexplained: 'cause-unexplained',
  'address-resource': 'cause-address-resource',
  network: 'cause-network',
  'region-or-zone': 'cause-region-or-zone',
  'life-cycle': 'cause-life-cycle',
};

/** Name of the class that carries shape and colour of a cause's group. */
export function causeClass(code: CauseCode): string {
  return groupClasses[words[code].group];
}
