# contoso, Premium, VNet mode Internal, as of 2026-11-22 09:59:58 UTC
# events, Consumption, VNet mode None, as of 2026-11-22 09:59:58 UTC
# orders, Basic, VNet mode None, as of 2026-11-22 09:59:58 UTC
# Rule 1: Clients to the service: contoso, orders
# Rule 2: Service to internet back ends: contoso, orders
# Rule 3: Service to internet back ends: events
# Rule 4: Service to private back ends: contoso
# Rule 5: Service to private back ends, IPv6: contoso
# WARNING events: Anyone with a machine in this Azure region passes such a rule. Check a secret, a certificate or a token as well, or choose a tier with an address of its own.
# WARNING contoso: Azure does not balance traffic between regions in Internal mode: clients reach the region that your DNS names.
# WARNING contoso, events, orders: IP rules of a storage account do not see callers from its own Azure region, so these addresses have no effect there. In any region they take no /31 and no /32: use bare addresses.
# WARNING events: The ApiManagement tag lists the addresses that manage the service, not those that call your back end.
# NOTE contoso: A default route that ExpressRoute or a VPN gateway announces does not show in the route table. If your network has one, back ends may see another address.
# NOTE contoso: In Internal mode Azure manages the service through the public IP. It does not serve clients.
# LEFT OUT Clients to the service: a network security group cannot hold a host name (events.azure-api.net).
# LEFT OUT Clients to the service on port 80: optional, left out. Only for clients that use plain HTTP.
# LEFT OUT DNS records inside the network: a network security group cannot hold DNS records.
(
set -eu
: "${CLIENT_RESOURCE_GROUP:?set CLIENT_RESOURCE_GROUP to the resource group of the network security group of the clients}"
: "${CLIENT_NSG:?set CLIENT_NSG to the network security group of the clients}"
: "${CLIENT_ADDRESSES:?set CLIENT_ADDRESSES to the address range of the clients}"
: "${INTERNET_BACK_END_RESOURCE_GROUP:?set INTERNET_BACK_END_RESOURCE_GROUP to the resource group of the network security group of the internet back ends}"
: "${INTERNET_BACK_END_NSG:?set INTERNET_BACK_END_NSG to the network security group of the internet back ends}"
: "${INTERNET_BACK_END_ADDRESSES:?set INTERNET_BACK_END_ADDRESSES to the address range of the internet back ends}"
: "${INTERNET_BACK_END_PORTS:?set INTERNET_BACK_END_PORTS to one port or range of the internet back ends, such as 443}"
: "${PRIVATE_BACK_END_RESOURCE_GROUP:?set PRIVATE_BACK_END_RESOURCE_GROUP to the resource group of the network security group of the private back ends}"
: "${PRIVATE_BACK_END_NSG:?set PRIVATE_BACK_END_NSG to the network security group of the private back ends}"
: "${PRIVATE_BACK_END_ADDRESSES:?set PRIVATE_BACK_END_ADDRESSES to the address range of the private back ends}"
: "${PRIVATE_BACK_END_ADDRESSES_V6:?set PRIVATE_BACK_END_ADDRESSES_V6 to the IPv6 address range of the private back ends}"
: "${PRIVATE_BACK_END_PORTS:?set PRIVATE_BACK_END_PORTS to one port or range of the private back ends, such as 443}"
: "${PRIORITY_1:?set PRIORITY_1 to a number from 100 to 4096 that no other rule of the group has}"
: "${PRIORITY_2:?set PRIORITY_2 to a number from 100 to 4096 that no other rule of the group has}"
: "${PRIORITY_3:?set PRIORITY_3 to a number from 100 to 4096 that no other rule of the group has}"
: "${PRIORITY_4:?set PRIORITY_4 to a number from 100 to 4096 that no other rule of the group has}"
: "${PRIORITY_5:?set PRIORITY_5 to a number from 100 to 4096 that no other rule of the group has}"
az network nsg rule create \
  --resource-group "${CLIENT_RESOURCE_GROUP:?set CLIENT_RESOURCE_GROUP}" \
  --nsg-name "${CLIENT_NSG:?set CLIENT_NSG}" \
  --name 'apim-2-services-clients-443-eadd5ba99f' \
  --description 'API Management contoso, orders: clients' \
  --priority "${PRIORITY_1:?set PRIORITY_1}" \
  --direction Outbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes "${CLIENT_ADDRESSES:?set CLIENT_ADDRESSES}" \
  --source-port-ranges 0-65535 \
  --destination-address-prefixes '10.0.0.5/32' '10.1.0.5/32' '203.0.113.7/32' \
  --destination-port-ranges 443
az network nsg rule create \
  --resource-group "${INTERNET_BACK_END_RESOURCE_GROUP:?set INTERNET_BACK_END_RESOURCE_GROUP}" \
  --nsg-name "${INTERNET_BACK_END_NSG:?set INTERNET_BACK_END_NSG}" \
  --name 'apim-2-services-internet-back-ends-eadd5ba99f' \
  --description 'API Management contoso, orders: internet-back-ends' \
  --priority "${PRIORITY_2:?set PRIORITY_2}" \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes '198.51.100.4/31' '203.0.113.7/32' '203.0.113.9/32' \
  --source-port-ranges 0-65535 \
  --destination-address-prefixes "${INTERNET_BACK_END_ADDRESSES:?set INTERNET_BACK_END_ADDRESSES}" \
  --destination-port-ranges "${INTERNET_BACK_END_PORTS:?set INTERNET_BACK_END_PORTS}"
az network nsg rule create \
  --resource-group "${INTERNET_BACK_END_RESOURCE_GROUP:?set INTERNET_BACK_END_RESOURCE_GROUP}" \
  --nsg-name "${INTERNET_BACK_END_NSG:?set INTERNET_BACK_END_NSG}" \
  --name 'apim-events-internet-back-ends-westeurope-4a81f7b9ad' \
  --description 'API Management events: internet-back-ends' \
  --priority "${PRIORITY_3:?set PRIORITY_3}" \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes 'AzureCloud.westeurope' \
  --source-port-ranges 0-65535 \
  --destination-address-prefixes "${INTERNET_BACK_END_ADDRESSES:?set INTERNET_BACK_END_ADDRESSES}" \
  --destination-port-ranges "${INTERNET_BACK_END_PORTS:?set INTERNET_BACK_END_PORTS}"
az network nsg rule create \
  --resource-group "${PRIVATE_BACK_END_RESOURCE_GROUP:?set PRIVATE_BACK_END_RESOURCE_GROUP}" \
  --nsg-name "${PRIVATE_BACK_END_NSG:?set PRIVATE_BACK_END_NSG}" \
  --name 'apim-contoso-private-back-ends-a611fb81a3' \
  --description 'API Management contoso: private-back-ends' \
  --priority "${PRIORITY_4:?set PRIORITY_4}" \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes '10.0.0.0/27' '10.1.0.0/27' \
  --source-port-ranges 0-65535 \
  --destination-address-prefixes "${PRIVATE_BACK_END_ADDRESSES:?set PRIVATE_BACK_END_ADDRESSES}" \
  --destination-port-ranges "${PRIVATE_BACK_END_PORTS:?set PRIVATE_BACK_END_PORTS}"
az network nsg rule create \
  --resource-group "${PRIVATE_BACK_END_RESOURCE_GROUP:?set PRIVATE_BACK_END_RESOURCE_GROUP}" \
  --nsg-name "${PRIVATE_BACK_END_NSG:?set PRIVATE_BACK_END_NSG}" \
  --name 'apim-contoso-private-back-ends-a611fb81a3-v6' \
  --description 'API Management contoso: private-back-ends' \
  --priority "${PRIORITY_5:?set PRIORITY_5}" \
  --direction Inbound \
  --access Allow \
  --protocol Tcp \
  --source-address-prefixes 'fd00:1::/64' \
  --source-port-ranges 0-65535 \
  --destination-address-prefixes "${PRIVATE_BACK_END_ADDRESSES_V6:?set PRIVATE_BACK_END_ADDRESSES_V6}" \
  --destination-port-ranges "${PRIVATE_BACK_END_PORTS:?set PRIVATE_BACK_END_PORTS}"
)
