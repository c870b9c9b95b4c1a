import { docs } from '../../../domain/guidance/docs.ts';
import type { Service } from '../../../domain/service.ts';
import { statusOf } from '../../../domain/status.ts';
import { addressKind, isClassicVnetTier } from '../../../domain/tier.ts';
import { knownVnetMode, vnetModeQualifier } from '../../../domain/vnet-mode.ts';
import { subscriptionText } from '../service-facts.ts';

/** What a fact of the header means, with Microsoft's page where one says so. */
export type Meaning = { readonly text: string; readonly docs?: string };

/** What the VNet mode means for who reaches the gateway. */
export function vnetMeaning({ tier, vnetMode }: Pick<Service, 'tier' | 'vnetMode'>): Meaning {
  const mode = knownVnetMode(vnetMode);
  if (mode === undefined)
    return {
      text: `Azure wrote “${vnetMode}”. This product does not know that mode, so it promises nothing about its addresses.`,
    };
  if (mode === 'None')
    return {
      text: 'The service stands in no virtual network: its gateway is on the internet.',
      docs: docs.vnetConcepts,
    };
  const qualifier = vnetModeQualifier(tier, vnetMode);
  if (qualifier === 'integration')
    return {
      text: 'Outbound integration: the gateway stays on the internet, and the service can call private back ends through a subnet.',
      docs: docs.integration,
    };
  if (qualifier === 'injection')
    return {
      text: 'Injection: the gateway stands in a subnet, at a private address alone. The internet does not reach it.',
      docs: docs.injection,
    };
  if (!isClassicVnetTier(tier))
    return {
      text: `Microsoft describes no ${mode} mode for this tier, so nothing is promised about its addresses.`,
      docs: docs.vnetConcepts,
    };
  return mode === 'External'
    ? {
        text: 'The service stands in a subnet, and its gateway is reachable from the internet.',
        docs: docs.vnetExternal,
      }
    : {
        text: 'The service stands in a subnet, and its gateway is reachable inside the network alone, at the private VIP.',
        docs: docs.vnetInternal,
      };
}

/** What the word for the provisioning state means; ARM's own state beside it. */
export function statusMeaning({
  provisioningState,
  targetProvisioningState,
}: Pick<Service, 'provisioningState' | 'targetProvisioningState'>): Meaning {
  const own =
    provisioningState === ''
      ? 'Azure reports no state.'
      : `Azure’s state is ${provisioningState}: ${stateMeaning(provisioningState)}.`;
  const target = targetProvisioningState === '' ? '' : ` It is on its way to ${targetProvisioningState}.`;
  return {
    text: `${own}${target} That speaks of provisioning. It does not say whether the gateway answers.`,
  };
}

function stateMeaning(state: string): string {
  if (state.toLowerCase() === 'stopped') return 'Azure has stopped the service';
  switch (statusOf(state).tone) {
    case 'fine':
      return 'the last change to the service succeeded';
    case 'working':
      return 'a change to the service is under way';
    case 'failed':
      return 'the last change to the service failed, or the service is being removed';
    default:
      return 'this product does not know that state';
  }
}

/** What the state of the subscription means for the addresses; `null` where it is not known. */
export function subscriptionMeaning(state: string | null): Meaning {
  if (state === null) {
    return {
      text: 'Azure did not say which state the subscription is in, or the list of subscriptions was not read.',
    };
  }
  return { text: subscriptionText(state), docs: docs.subscriptionStates };
}

/** Whether the tier gives the service addresses of its own. */
export function tierMeaning({ tier }: Pick<Service, 'tier'>): Meaning {
  switch (addressKind(tier)) {
    case 'dedicated':
      return {
        text: 'This tier has public IP addresses of its own. Units are summed over the regions.',
        docs: docs.addresses,
      };
    case 'shared':
      return {
        text: 'This tier runs on shared infrastructure: Microsoft promises it no address of its own.',
        docs: docs.addresses,
      };
    default:
      return {
        text: 'Microsoft’s article on addresses does not name this tier, so nothing is promised.',
        docs: docs.addresses,
      };
  }
}

/** The platform is Azure's own word; what a reader asks is whether it moves addresses. */
export function platformMeaning(): Meaning {
  return {
    text: 'What Azure runs the service on, as Resource Manager reports it. A move from stv1 to stv2 could change addresses; Microsoft retired stv1 in August 2024.',
    docs: docs.migration,
  };
}

export function publicAccessMeaning(): Meaning {
  return {
    text: 'Azure’s publicNetworkAccess. Disabled: clients reach the gateway through private endpoints alone.',
    docs: docs.privateEndpoint,
  };
}
