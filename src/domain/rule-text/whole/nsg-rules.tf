# contoso, Premium, VNet mode Internal, as of 2026-11-22 09:59:58 UTC
# events, Consumption, VNet mode None, as of 2026-11-22 09:59:58 UTC
# orders, Basic, VNet mode None, as of 2026-11-22 09:59:58 UTC
# WARNING events: Anyone with a machine in this Azure region passes such a rule. Check a secret, a certificate or a token as well, or choose a tier with an address of its own.
# WARNING contoso: Azure does not balance traffic between regions in Internal mode: clients reach the region that your DNS names.
# WARNING contoso, events, orders: IP rules of a storage account do not see callers from its own Azure region, so these addresses have no effect there. In any region they take no /31 and no /32: use bare addresses.
# WARNING events: The ApiManagement tag lists the addresses that manage the service, not those that call your back end.
# NOTE contoso: A default route that ExpressRoute or a VPN gateway announces does not show in the route table. If your network has one, back ends may see another address.
# NOTE contoso: In Internal mode Azure manages the service through the public IP. It does not serve clients.
# LEFT OUT Clients to the service: a network security group cannot hold a host name (events.azure-api.net).
# LEFT OUT Clients to the service on port 80: optional, left out. Only for clients that use plain HTTP.
# LEFT OUT DNS records inside the network: a network security group cannot hold DNS records.

variable "apim_e1c83f2e5d_client_resource_group" {
  type        = string
  nullable    = false
  description = "Resource group of the network security group of the clients."
}

variable "apim_e1c83f2e5d_client_nsg" {
  type        = string
  nullable    = false
  description = "Network security group of the clients."
}

variable "apim_e1c83f2e5d_client_address_prefix" {
  type        = string
  nullable    = false
  description = "Address range of the clients."
}

variable "apim_e1c83f2e5d_internet_back_end_resource_group" {
  type        = string
  nullable    = false
  description = "Resource group of the network security group of the internet back ends."
}

variable "apim_e1c83f2e5d_internet_back_end_nsg" {
  type        = string
  nullable    = false
  description = "Network security group of the internet back ends."
}

variable "apim_e1c83f2e5d_internet_back_end_address_prefix" {
  type        = string
  nullable    = false
  description = "Address range of the internet back ends."
}

variable "apim_e1c83f2e5d_internet_back_end_ports" {
  type        = list(string)
  nullable    = false
  description = "Ports of the internet back ends."
}

variable "apim_e1c83f2e5d_private_back_end_resource_group" {
  type        = string
  nullable    = false
  description = "Resource group of the network security group of the private back ends."
}

variable "apim_e1c83f2e5d_private_back_end_nsg" {
  type        = string
  nullable    = false
  description = "Network security group of the private back ends."
}

variable "apim_e1c83f2e5d_private_back_end_address_prefix" {
  type        = string
  nullable    = false
  description = "Address range of the private back ends."
}

variable "apim_e1c83f2e5d_private_back_end_address_prefix_v6" {
  type        = string
  nullable    = false
  description = "IPv6 address range of the private back ends."
}

variable "apim_e1c83f2e5d_private_back_end_ports" {
  type        = list(string)
  nullable    = false
  description = "Ports of the private back ends."
}

variable "apim_e1c83f2e5d_priority_1" {
  type        = number
  nullable    = false
  description = "Priority of apim-2-services-clients-443-eadd5ba99f, from 100 to 4096: one that no other rule of the group has."
}

variable "apim_e1c83f2e5d_priority_2" {
  type        = number
  nullable    = false
  description = "Priority of apim-2-services-internet-back-ends-eadd5ba99f, from 100 to 4096: one that no other rule of the group has."
}

variable "apim_e1c83f2e5d_priority_3" {
  type        = number
  nullable    = false
  description = "Priority of apim-events-internet-back-ends-westeurope-4a81f7b9ad, from 100 to 4096: one that no other rule of the group has."
}

variable "apim_e1c83f2e5d_priority_4" {
  type        = number
  nullable    = false
  description = "Priority of apim-contoso-private-back-ends-a611fb81a3, from 100 to 4096: one that no other rule of the group has."
}

variable "apim_e1c83f2e5d_priority_5" {
  type        = number
  nullable    = false
  description = "Priority of apim-contoso-private-back-ends-a611fb81a3-v6, from 100 to 4096: one that no other rule of the group has."
}

# Clients to the service: contoso, orders
resource "azurerm_network_security_rule" "apim_2_services_clients_443_eadd5ba99f" {
  resource_group_name          = var.apim_e1c83f2e5d_client_resource_group
  network_security_group_name  = var.apim_e1c83f2e5d_client_nsg
  name                         = "apim-2-services-clients-443-eadd5ba99f"
  description                  = "API Management contoso, orders: clients"
  priority                     = var.apim_e1c83f2e5d_priority_1
  direction                    = "Outbound"
  access                       = "Allow"
  protocol                     = "Tcp"
  source_address_prefix        = var.apim_e1c83f2e5d_client_address_prefix
  source_port_range            = "0-65535"
  destination_address_prefixes = [
    "10.0.0.5/32",
    "10.1.0.5/32",
    "203.0.113.7/32",
  ]
  destination_port_ranges      = ["443"]
}

# Service to internet back ends: contoso, orders
resource "azurerm_network_security_rule" "apim_2_services_internet_back_ends_eadd5ba99f" {
  resource_group_name          = var.apim_e1c83f2e5d_internet_back_end_resource_group
  network_security_group_name  = var.apim_e1c83f2e5d_internet_back_end_nsg
  name                         = "apim-2-services-internet-back-ends-eadd5ba99f"
  description                  = "API Management contoso, orders: internet-back-ends"
  priority                     = var.apim_e1c83f2e5d_priority_2
  direction                    = "Inbound"
  access                       = "Allow"
  protocol                     = "Tcp"
  source_address_prefixes      = [
    "198.51.100.4/31",
    "203.0.113.7/32",
    "203.0.113.9/32",
  ]
  source_port_range            = "0-65535"
  destination_address_prefix   = var.apim_e1c83f2e5d_internet_back_end_address_prefix
  destination_port_ranges      = var.apim_e1c83f2e5d_internet_back_end_ports
}

# Service to internet back ends: events
resource "azurerm_network_security_rule" "apim_events_internet_back_ends_westeurope_4a81f7b9ad" {
  resource_group_name          = var.apim_e1c83f2e5d_internet_back_end_resource_group
  network_security_group_name  = var.apim_e1c83f2e5d_internet_back_end_nsg
  name                         = "apim-events-internet-back-ends-westeurope-4a81f7b9ad"
  description                  = "API Management events: internet-back-ends"
  priority                     = var.apim_e1c83f2e5d_priority_3
  direction                    = "Inbound"
  access                       = "Allow"
  protocol                     = "Tcp"
  source_address_prefix        = "AzureCloud.westeurope"
  source_port_range            = "0-65535"
  destination_address_prefix   = var.apim_e1c83f2e5d_internet_back_end_address_prefix
  destination_port_ranges      = var.apim_e1c83f2e5d_internet_back_end_ports
}

# Service to private back ends: contoso
resource "azurerm_network_security_rule" "apim_contoso_private_back_ends_a611fb81a3" {
  resource_group_name          = var.apim_e1c83f2e5d_private_back_end_resource_group
  network_security_group_name  = var.apim_e1c83f2e5d_private_back_end_nsg
  name                         = "apim-contoso-private-back-ends-a611fb81a3"
  description                  = "API Management contoso: private-back-ends"
  priority                     = var.apim_e1c83f2e5d_priority_4
  direction                    = "Inbound"
  access                       = "Allow"
  protocol                     = "Tcp"
  source_address_prefixes      = [
    "10.0.0.0/27",
    "10.1.0.0/27",
  ]
  source_port_range            = "0-65535"
  destination_address_prefix   = var.apim_e1c83f2e5d_private_back_end_address_prefix
  destination_port_ranges      = var.apim_e1c83f2e5d_private_back_end_ports
}

# Service to private back ends, IPv6: contoso
resource "azurerm_network_security_rule" "apim_contoso_private_back_ends_a611fb81a3_v6" {
  resource_group_name          = var.apim_e1c83f2e5d_private_back_end_resource_group
  network_security_group_name  = var.apim_e1c83f2e5d_private_back_end_nsg
  name                         = "apim-contoso-private-back-ends-a611fb81a3-v6"
  description                  = "API Management contoso: private-back-ends"
  priority                     = var.apim_e1c83f2e5d_priority_5
  direction                    = "Inbound"
  access                       = "Allow"
  protocol                     = "Tcp"
  source_address_prefixes      = ["fd00:1::/64"]
  source_port_range            = "0-65535"
  destination_address_prefix   = var.apim_e1c83f2e5d_private_back_end_address_prefix_v6
  destination_port_ranges      = var.apim_e1c83f2e5d_private_back_end_ports
}
