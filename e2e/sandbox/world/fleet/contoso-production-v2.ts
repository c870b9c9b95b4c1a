import type { SandboxService } from '../model.ts';
import type { Land } from './land.ts';
import { production } from './production.ts';

/** The v2 tiers: injected, integrated, and without a VNet. */
export function contosoProductionV2(land: Land): readonly SandboxService[] {
  return [
    partnerHub(land),
    catalog(land),
    travel(land),
    production({
      name: 'contoso-loyalty',
      group: 'rg-loyalty',
      tier: 'PremiumV2',
      regions: [{ location: 'East US 2', units: 2 }],
    }),
  ];
}

/** Premium v2 injection: no public gateway, and no field that would name the private address. */
function partnerHub(land: Land): SandboxService {
  const group = 'rg-partner-hub';
  const location = 'Sweden Central';
  const subnet = land.subnet({
    group,
    location,
    vnet: 'vnet-partner',
    name: 'snet-apim-injected',
    prefixes: ['10.29.0.0/24'],
    delegation: 'Microsoft.Web/hostingEnvironments',
  });
  return production({
    name: 'contoso-partner-hub',
    group,
    tier: 'PremiumV2',
    mode: 'Internal',
    regions: [{ location, units: 3, subnet }],
  });
}

/** Standard v2; its integration with the VNet came later and is part of the story. */
function catalog(land: Land): SandboxService {
  const group = 'rg-catalog';
  const location = 'West Europe';
  land.subnet({
    group,
    location,
    vnet: 'vnet-catalog',
    name: 'snet-apim-out',
    prefixes: ['10.30.0.0/27'],
    delegation: 'Microsoft.Web/serverFarms',
  });
  return production({
    name: 'contoso-catalog',
    group,
    tier: 'StandardV2',
    regions: [{ location, units: 2 }],
  });
}

function travel(land: Land): SandboxService {
  const group = 'rg-travel';
  const location = 'North Europe';
  const subnet = land.subnet({
    group,
    location,
    vnet: 'vnet-travel',
    name: 'snet-apim-out',
    prefixes: ['10.31.0.0/27'],
    delegation: 'Microsoft.Web/serverFarms',
  });
  return production({
    name: 'contoso-travel',
    group,
    tier: 'PremiumV2',
    mode: 'External',
    regions: [{ location, subnet }],
  });
}
