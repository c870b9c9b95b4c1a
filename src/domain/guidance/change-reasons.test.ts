import { describe, expect, it } from 'vitest';
import { noNetworkFacts } from '../network-facts.ts';
import { docs } from './docs.ts';
import { internal, internalNeu, weu } from './sample-answers.ts';
import { sampleIds, sampleNetwork, sampleRegion, sampleService, sampleSubnet } from './samples.ts';
import { willItChange } from './will-it-change.ts';

/** The name under which the Microsoft page is kept. */
function pageOf(url: string): string {
  return Object.entries(docs).find(([, page]) => page === url)?.[0] ?? url;
}

/** Every word of every reason. */
function wordsOf(
  service: Parameters<typeof sampleService>[0],
  network = noNetworkFacts,
  state: string | null = 'Enabled',
): readonly string[] {
  return willItChange(sampleService(service), network, state).reasons.map(one => {
    const where = one.regions ? ` in ${one.regions.join(', ')}` : '';
    const what = one.affects.join(', ') || 'no address';
    return `${one.code} (${one.when}, ${one.basis}): ${one.title}. ${one.text} Affects ${what}${where}. [${pageOf(one.docs)}]`;
  });
}

const natOfSubnet = sampleNetwork({
  subnets: [sampleSubnet('weu', { natGatewayId: sampleIds.natGateway('nat') })],
});
const publicIp = (name: string) => ({ publicIpAddressId: sampleIds.publicIp(name) });

describe('the reasons, whole, for which an address may change', () => {
  it('of a Premium service in Internal mode, with zones, its own public IPs and a NAT gateway', () => {
    const regions = [
      { ...internal, ...publicIp('pip-weu'), zones: ['1', '2'] },
      { ...internalNeu, ...publicIp('pip-neu') },
      sampleRegion({ name: 'eastus', displayName: 'East US', zones: ['1'], natGatewayState: 'enabled' }),
    ];
    expect(wordsOf({ vnetMode: 'Internal', regions }, natOfSubnet, null)).toEqual([
      'subscription-reinstated (if-you, documented): A disabled subscription. Addresses may change when a subscription is disabled or warned, for example for an unpaid bill, and then reinstated. Its state could not be read. Affects public IP, outbound IP, private VIP. [addresses]',
      'recreated (if-you, documented): Deleting the service and creating it again. The new one has new addresses. Affects public IP, outbound IP, private VIP. [addresses]',
      'vnet-removed (if-you, documented): Taking the service out of its VNet. It then has another public IP. Affects public IP, outbound IP, private VIP. [addresses]',
      'vnet-mode-switched (if-you, documented): Switching to External mode. The public IP changes. It may need a public IP resource other than pip-weu, pip-neu; you may swap back afterwards. Affects public IP, outbound IP, private VIP. [addresses]',
      'subnet-moved (if-you, documented): Moving to another subnet. The range, and the addresses in it, change. It may need a public IP resource other than pip-weu, pip-neu; you may swap back afterwards. Affects public IP, outbound IP, private VIP, subnet range. [addresses]',
      'public-ip-resource-changed (if-you, documented): Giving it another public IP resource. The public IP changes. Users saw the private VIP change with it. Affects public IP, outbound IP, private VIP. [addresses]',
      'zones-changed (if-you, documented): Adding or removing availability zones. West Europe and East US use zones. A change of zones changes the public IP. Users saw the private VIP change as well. It may need a public IP resource other than pip-weu, pip-neu; you may swap back afterwards. Affects public IP, outbound IP, private VIP. [zones]',
      'region-reinstated (if-you, documented): Removing a region and adding it again. Each of West Europe, North Europe and East US would come back with another address; the other regions keep theirs. Affects public IP, outbound IP, private VIP. [addresses]',
      'nat-gateway-changed (if-you, reported): Changing the NAT gateway. Internet back ends see the NAT gateway of West Europe and East US. Its addresses follow its own public IPs and prefixes. Affects outbound IP in westeurope, eastus. [natGateway]',
      'public-ip-dns-label (if-you, reported): Changing the DNS label of your public IP. The address stays, but the names of the service stop resolving. Affects no address in westeurope, northeurope. [vnetExternal]',
    ]);
  });

  it('of a Developer service that is stopped, in a disabled subscription, before its migration', () => {
    const service = {
      tier: 'Developer',
      vnetMode: 'External',
      regions: [weu],
      provisioningState: 'stopped',
      precreatedIps: ['198.51.100.30', '198.51.100.31'],
    };
    expect(wordsOf(service, noNetworkFacts, 'Disabled')).toEqual([
      'subscription-reinstated (now, documented): The subscription is Disabled. Addresses may change when a subscription is disabled or warned, for example for an unpaid bill, and then reinstated. Affects public IP, outbound IP. [addresses]',
      'subscription-reinstated (now, reported): The service is stopped. A user saw another address after a stopped, unpaid service was started again. Affects public IP, outbound IP. [addresses]',
      'platform-migrated (now, documented): A migration from platform stv1 is due. The migration either keeps the address, with downtime, or gives a new one. Azure names the addresses to come: 198.51.100.30, 198.51.100.31. Allow them before the migration. Affects public IP, outbound IP. [migration]',
      'recreated (if-you, documented): Deleting the service and creating it again. The new one has new addresses. Affects public IP, outbound IP. [addresses]',
      'vnet-removed (if-you, documented): Taking the service out of its VNet. It then has another public IP. Affects public IP, outbound IP. [addresses]',
      'vnet-mode-switched (if-you, documented): Switching to Internal mode. The public IP changes. Affects public IP, outbound IP. [addresses]',
      'subnet-moved (if-you, documented): Moving to another subnet. The range, and the addresses in it, change. Affects public IP, outbound IP, subnet range. [addresses]',
      'public-ip-resource-changed (if-you, documented): Giving it another public IP resource. The public IP changes. Affects public IP, outbound IP. [addresses]',
    ]);
  });

  it('of a service on stv1 without a VNet, though a subnet with a NAT gateway is named', () => {
    const regions = [sampleRegion({ platformVersion: 'STV1', subnetId: sampleIds.subnet('weu') })];
    expect(wordsOf({ regions }, natOfSubnet)).toEqual([
      'platform-migrated (now, documented): A migration from platform stv1 is due. The migration either keeps the address, with downtime, or gives a new one. Affects public IP, outbound IP in westeurope. [migration]',
      'subscription-reinstated (if-you, documented): A disabled subscription. Addresses may change when a subscription is disabled or warned, for example for an unpaid bill, and then reinstated. Affects public IP, outbound IP. [addresses]',
      'recreated (if-you, documented): Deleting the service and creating it again. The new one has new addresses. Affects public IP, outbound IP. [addresses]',
      'vnet-added (if-you, documented): Putting the service into a VNet. It then has another public IP. Affects public IP, outbound IP. [addresses]',
      'zones-changed (if-you, documented): Turning on availability zones. The service uses no zones yet. A change of zones changes the public IP. Affects public IP, outbound IP. [zones]',
      'region-reinstated (if-you, documented): Removing a region and adding it again. The service has one region, so this matters only once others are added. Affects public IP, outbound IP. [addresses]',
    ]);
  });
});
