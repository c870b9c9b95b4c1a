// contoso, Premium, VNet mode Internal, as of 2026-11-22 09:59:58 UTC
// events, Consumption, VNet mode None, as of 2026-11-22 09:59:58 UTC
// orders, Basic, VNet mode None, as of 2026-11-22 09:59:58 UTC
// WARNING events: Anyone with a machine in this Azure region passes such a rule. Check a secret, a certificate or a token as well, or choose a tier with an address of its own.
// WARNING contoso: Azure does not balance traffic between regions in Internal mode: clients reach the region that your DNS names.
// WARNING contoso, events, orders: IP rules of a storage account do not see callers from its own Azure region, so these addresses have no effect there. In any region they take no /31 and no /32: use bare addresses.
// WARNING events: The ApiManagement tag lists the addresses that manage the service, not those that call your back end.
// NOTE contoso: A default route that ExpressRoute or a VPN gateway announces does not show in the route table. If your network has one, back ends may see another address.
// NOTE contoso: In Internal mode Azure manages the service through the public IP. It does not serve clients.
// LEFT OUT Clients to the service: a network security group cannot hold a host name (events.azure-api.net).
// LEFT OUT Clients to the service on port 80: optional, left out. Only for clients that use plain HTTP.
// LEFT OUT DNS records inside the network: a network security group cannot hold DNS records.

@description('Existing network security group of the clients.')
param clientNsgName string

@description('Address range of the clients.')
param clientAddressPrefix string

@description('Existing network security group of the internet back ends.')
param internetBackEndNsgName string

@description('Address range of the internet back ends.')
param internetBackEndAddressPrefix string

@minLength(1)
@description('Ports of the internet back ends.')
param internetBackEndPorts string[]

@description('Existing network security group of the private back ends.')
param privateBackEndNsgName string

@description('Address range of the private back ends.')
param privateBackEndAddressPrefix string

@description('IPv6 address range of the private back ends.')
param privateBackEndAddressPrefixV6 string

@minLength(1)
@description('Ports of the private back ends.')
param privateBackEndPorts string[]

@minValue(100)
@maxValue(4096)
@description('Priority of apim-2-services-clients-443-eadd5ba99f: one that no other rule of the group has.')
param priority1 int

@minValue(100)
@maxValue(4096)
@description('Priority of apim-2-services-internet-back-ends-eadd5ba99f: one that no other rule of the group has.')
param priority2 int

@minValue(100)
@maxValue(4096)
@description('Priority of apim-events-internet-back-ends-westeurope-4a81f7b9ad: one that no other rule of the group has.')
param priority3 int

@minValue(100)
@maxValue(4096)
@description('Priority of apim-contoso-private-back-ends-a611fb81a3: one that no other rule of the group has.')
param priority4 int

@minValue(100)
@maxValue(4096)
@description('Priority of apim-contoso-private-back-ends-a611fb81a3-v6: one that no other rule of the group has.')
param priority5 int

resource clientNsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: clientNsgName
}

resource internetBackEndNsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: internetBackEndNsgName
}

resource privateBackEndNsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' existing = {
  name: privateBackEndNsgName
}

// Clients to the service: contoso, orders
resource rule1 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: clientNsg
  name: 'apim-2-services-clients-443-eadd5ba99f'
  properties: {
    description: 'API Management contoso, orders: clients'
    priority: priority1
    direction: 'Outbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: clientAddressPrefix
    sourcePortRange: '0-65535'
    destinationAddressPrefixes: [
      '10.0.0.5/32'
      '10.1.0.5/32'
      '203.0.113.7/32'
    ]
    destinationPortRanges: [
      '443'
    ]
  }
}

// Service to internet back ends: contoso, orders
resource rule2 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: internetBackEndNsg
  name: 'apim-2-services-internet-back-ends-eadd5ba99f'
  properties: {
    description: 'API Management contoso, orders: internet-back-ends'
    priority: priority2
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefixes: [
      '198.51.100.4/31'
      '203.0.113.7/32'
      '203.0.113.9/32'
    ]
    sourcePortRange: '0-65535'
    destinationAddressPrefix: internetBackEndAddressPrefix
    destinationPortRanges: internetBackEndPorts
  }
}

// Service to internet back ends: events
resource rule3 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: internetBackEndNsg
  name: 'apim-events-internet-back-ends-westeurope-4a81f7b9ad'
  properties: {
    description: 'API Management events: internet-back-ends'
    priority: priority3
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: 'AzureCloud.westeurope'
    sourcePortRange: '0-65535'
    destinationAddressPrefix: internetBackEndAddressPrefix
    destinationPortRanges: internetBackEndPorts
  }
}

// Service to private back ends: contoso
resource rule4 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: privateBackEndNsg
  name: 'apim-contoso-private-back-ends-a611fb81a3'
  properties: {
    description: 'API Management contoso: private-back-ends'
    priority: priority4
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefixes: [
      '10.0.0.0/27'
      '10.1.0.0/27'
    ]
    sourcePortRange: '0-65535'
    destinationAddressPrefix: privateBackEndAddressPrefix
    destinationPortRanges: privateBackEndPorts
  }
}

// Service to private back ends, IPv6: contoso
resource rule5 'Microsoft.Network/networkSecurityGroups/securityRules@2024-05-01' = {
  parent: privateBackEndNsg
  name: 'apim-contoso-private-back-ends-a611fb81a3-v6'
  properties: {
    description: 'API Management contoso: private-back-ends'
    priority: priority5
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefixes: [
      'fd00:1::/64'
    ]
    sourcePortRange: '0-65535'
    destinationAddressPrefix: privateBackEndAddressPrefixV6
    destinationPortRanges: privateBackEndPorts
  }
}
