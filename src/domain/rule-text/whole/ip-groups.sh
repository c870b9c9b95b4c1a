# contoso, Premium, VNet mode Internal, as of 2026-11-22 09:59:58 UTC
# events, Consumption, VNet mode None, as of 2026-11-22 09:59:58 UTC
# orders, Basic, VNet mode None, as of 2026-11-22 09:59:58 UTC
# apim-2-services-clients-eadd5ba99f: Clients to the service, 3 of IPv4
# apim-3-services-internet-back-ends-e1c83f2e5d: Service to internet back ends, 4 of IPv4
# apim-contoso-private-back-ends-a611fb81a3: Service to private back ends, 2 of IPv4
# WARNING events: Anyone with a machine in this Azure region passes such a rule. Check a secret, a certificate or a token as well, or choose a tier with an address of its own.
# WARNING contoso: Azure does not balance traffic between regions in Internal mode: clients reach the region that your DNS names.
# WARNING contoso, events, orders: IP rules of a storage account do not see callers from its own Azure region, so these addresses have no effect there. In any region they take no /31 and no /32: use bare addresses.
# WARNING events: The ApiManagement tag lists the addresses that manage the service, not those that call your back end.
# NOTE contoso: A default route that ExpressRoute or a VPN gateway announces does not show in the route table. If your network has one, back ends may see another address.
# NOTE contoso: In Internal mode Azure manages the service through the public IP. It does not serve clients.
# Clients to the service: an IP group cannot hold the host name events.azure-api.net.
# DNS records inside the network: an IP group cannot hold DNS records.
# Rules that are not required are left out.
# Service to internet back ends: IPv6 ranges are left out, because an IP group holds IPv4 alone.
# Service to internet back ends: the ranges of AzureCloud.westeurope as they were when read, change number 218. Microsoft changes them, this text does not follow.
# Service to private back ends: IPv6 ranges are left out, because an IP group holds IPv4 alone.
(
set -eu
: "${IP_GROUP_RESOURCE_GROUP:?set IP_GROUP_RESOURCE_GROUP to the resource group of the IP groups}"
: "${IP_GROUP_LOCATION:?set IP_GROUP_LOCATION to the Azure region of the firewall}"
az network ip-group create \
  --resource-group "${IP_GROUP_RESOURCE_GROUP:?set IP_GROUP_RESOURCE_GROUP}" \
  --location "${IP_GROUP_LOCATION:?set IP_GROUP_LOCATION}" \
  --name 'apim-2-services-clients-eadd5ba99f' \
  --ip-addresses '10.0.0.5/32' '10.1.0.5/32' '203.0.113.7/32'
az network ip-group create \
  --resource-group "${IP_GROUP_RESOURCE_GROUP:?set IP_GROUP_RESOURCE_GROUP}" \
  --location "${IP_GROUP_LOCATION:?set IP_GROUP_LOCATION}" \
  --name 'apim-3-services-internet-back-ends-e1c83f2e5d' \
  --ip-addresses '13.69.0.0/17' '198.51.100.4/31' '203.0.113.7/32' '203.0.113.9/32'
az network ip-group create \
  --resource-group "${IP_GROUP_RESOURCE_GROUP:?set IP_GROUP_RESOURCE_GROUP}" \
  --location "${IP_GROUP_LOCATION:?set IP_GROUP_LOCATION}" \
  --name 'apim-contoso-private-back-ends-a611fb81a3' \
  --ip-addresses '10.0.0.0/27' '10.1.0.0/27'
)
