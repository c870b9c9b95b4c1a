import { causeWords } from '../cause-words.ts';
import type { CauseCode } from './causes.ts';

export type CauseText = {
  /** One sentence that says what happened and what it does to addresses, no more than Microsoft documents. */
  readonly text: string;
  /** Microsoft's page; null where none speaks of it. */
  readonly link: string | null;
};

/** Microsoft's article on the addresses, with its list of the reasons for which they change. */
const ipPage = 'https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses';

const texts: Readonly<Record<CauseCode, CauseText>> = {
  created: {
    text: 'The service was created.',
    link: ipPage,
  },
  gone: {
    text: 'The service was deleted, or this account lost the right to read it: that cannot be told apart.',
    link: null,
  },
  recreated: {
    text: 'The service was deleted and created again under the same name. Its addresses are those of a new service.',
    link: ipPage,
  },
  'subscription-state-changed': {
    text: 'The state of the subscription changed. Addresses may change when it is reinstated.',
    link: ipPage,
  },
  'subscription-reinstated': {
    text: 'The subscription was disabled or warned and is enabled again. Addresses may change by that.',
    link: ipPage,
  },
  'vnet-added': {
    text: 'A virtual network was added to the service.',
    link: ipPage,
  },
  'vnet-removed': {
    text: 'The virtual network was removed from the service.',
    link: ipPage,
  },
  'vnet-mode-switched': {
    text: 'The VNet mode was switched between External and Internal.',
    link: ipPage,
  },
  'subnet-moved': {
    text: 'The service was moved to another subnet in this region.',
    link: ipPage,
  },
  'public-ip-resource-changed': {
    text: 'Another public IP resource was given to the service in this region. The private VIP was seen to change with it.',
    link: ipPage,
  },
  'zones-changed': {
    text: 'Availability zones were enabled, added or removed in this region. The private VIP was seen to change with it.',
    link: ipPage,
  },
  'region-added': {
    text: 'A region was added to the service. It has addresses of its own.',
    link: ipPage,
  },
  'region-removed': {
    text: 'The region was removed from the service, with its addresses.',
    link: ipPage,
  },
  'region-reinstated': {
    text: 'The region had been removed and was added again. Its addresses may be others than before.',
    link: ipPage,
  },
  'nat-gateway-changed': {
    text: 'A NAT gateway was enabled or disabled in this region, so calls leave by other addresses.',
    link: null,
  },
  'gateway-toggled': {
    text: 'The gateway in this region was switched on or off.',
    link: 'https://learn.microsoft.com/azure/api-management/api-management-howto-deploy-multi-region',
  },
  'public-access-changed': {
    text: 'Public network access was enabled or disabled. Disabled: clients come through private endpoints alone.',
    link: 'https://learn.microsoft.com/azure/api-management/private-endpoint',
  },
  'platform-migrated': {
    text: 'The service moved to another platform version.',
    link: 'https://learn.microsoft.com/azure/api-management/compute-infrastructure',
  },
  'tier-changed': {
    text: 'The tier was changed. Whether that alone changes an address is disputed.',
    link: 'https://learn.microsoft.com/azure/api-management/upgrade-and-scale',
  },
  unexplained: {
    text: 'An address changed, and nothing that Microsoft documents as a reason was seen.',
    link: ipPage,
  },
};

/** What a cause means, beyond its {@link causeWords}. `deleted`: Azure itself recorded the deletion, so that `gone` can be told. */
export function causeText(code: CauseCode, deleted: boolean): CauseText {
  return code === 'gone' && deleted
    ? { ...texts.gone, text: 'The service was deleted: Azure recorded it.' }
    : texts[code];
}

/** The short name of a cause: `Zones changed`. */
export function causeLabel(code: CauseCode, deleted: boolean): string {
  return code === 'gone' && deleted ? 'Deleted' : causeWords(code).label;
}
