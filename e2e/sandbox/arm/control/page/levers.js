// What the buttons send. `chosen` holds what the fields of the section say.
const mode = name => chosen => ({
  kind: 'switch-vnet-mode',
  service: chosen.service,
  mode: name,
  subnets: Object.fromEntries(
    chosen.regions.map(region => [region, chosen.subnet]).filter(([, subnet]) => subnet),
  ),
});
const inRegion =
  (kind, rest = () => ({})) =>
  chosen => ({
    kind,
    service: chosen.service,
    region: chosen.region,
    ...rest(chosen),
  });
const onService =
  (kind, rest = () => ({})) =>
  chosen => ({ kind, service: chosen.service, ...rest(chosen) });

export const mutations = [
  ['VNet mode None', mode('None')],
  ['VNet mode External', mode('External')],
  ['VNet mode Internal', mode('Internal')],
  ['Move to the subnet', inRegion('move-subnet', chosen => ({ subnetId: chosen.subnet }))],
  [
    'Use the public IP resource',
    inRegion('change-public-ip', chosen => ({ publicIpAddressId: chosen.publicIp || null })),
  ],
  ['Zones 1, 2, 3', inRegion('set-zones', () => ({ zones: ['1', '2', '3'] }))],
  ['No zones', inRegion('set-zones', () => ({ zones: [] }))],
  [
    'Add the other region',
    chosen => ({
      kind: 'add-region',
      service: chosen.service,
      region: chosen.place,
      ...(chosen.subnet ? { subnetId: chosen.subnet } : {}),
    }),
  ],
  ['Vacate the region', inRegion('remove-region')],
  [
    'Reinstate the other region',
    chosen => ({ kind: 'reinstate-region', service: chosen.service, region: chosen.place }),
  ],
  ['NAT gateway on', inRegion('set-nat', () => ({ enabled: true }))],
  ['NAT gateway off', inRegion('set-nat', () => ({ enabled: false }))],
  ['Gateway off', inRegion('set-gateway', () => ({ enabled: false }))],
  ['Gateway on', inRegion('set-gateway', () => ({ enabled: true }))],
  ['Public access off', onService('set-public-access', () => ({ access: 'Disabled' }))],
  ['Public access on', onService('set-public-access', () => ({ access: 'Enabled' }))],
  ['Change the tier', onService('change-tier', chosen => ({ tier: chosen.tier }))],
  ['Scale to 2 units', inRegion('scale', () => ({ units: 2 }))],
  ['Migrate to stv2.1', onService('migrate-platform')],
  ['Delete and create again', onService('recreate')],
  ['Change an address for no reason', inRegion('change-addresses')],
  ['The same, and leave no trace', inRegion('change-addresses', () => ({ silent: true }))],
  ['State Updating', onService('set-state', () => ({ state: 'Updating' }))],
  ['State Failed', onService('set-state', () => ({ state: 'Failed' }))],
  ['State Succeeded', onService('set-state', () => ({ state: 'Succeeded' }))],
  [
    'Add a service beside it',
    chosen => ({
      kind: 'add-service',
      service: `${chosen.service.split('/').slice(0, -1).join('/')}/contoso-new-${Date.now().toString(36)}`,
    }),
  ],
  ['Delete it', onService('remove-service')],
];

export const subscriptionStates = ['Enabled', 'Warned', 'PastDue', 'Disabled'];

export const faults = [
  ['Too many requests, retry in 5 s', { kind: 'throttle', retryAfterSeconds: 5 }],
  ['Too many requests, no Retry-After', { kind: 'throttle', retryAfterSeconds: null }],
  ['500', { kind: 'error', status: 500 }],
  ['503', { kind: 'error', status: 503 }],
  ['Slow, 3 s', { kind: 'slow', ms: 3000 }],
  ['Cut off in the middle', { kind: 'cut-off' }],
  ['200 MB', { kind: 'gigantic', megabytes: 200 }],
  ['Connection reset', { kind: 'reset' }],
  ['Broken JSON', { kind: 'malformed' }],
  ['HTML page with 502', { kind: 'html-error' }],
  ['JSON sent as HTML', { kind: 'wrong-type' }],
  ['No right (needs a subscription)', { kind: 'forbidden' }],
  ['Resource Graph refused', { kind: 'graph-refused' }],
  ['Resource Graph lags by 10 min', { kind: 'graph-lag', seconds: 600 }],
  ['Token expired', { kind: 'expired-token' }],
  ['Claims challenge', { kind: 'claims-challenge' }],
  ['Headers hidden from pages', { kind: 'hide-headers' }],
  ['Next page on another host', { kind: 'next-link', to: 'other-host' }],
  ['Next page is the same page', { kind: 'next-link', to: 'self' }],
  ['Pages without end', { kind: 'next-link', to: 'endless' }],
];

export const login = [
  ['Sign everybody out', 'end-sessions', {}],
  ['Refresh tokens expire', 'expire-refresh-tokens', {}],
  ['Access tokens live 60 s', 'access-token-lifetime', { seconds: 60 }],
  ['Access tokens live an hour', 'access-token-lifetime', { seconds: 3600 }],
  ['Ask the admin for consent again', 'revoke-consent', { username: 'admin@contoso.com' }],
];

export const clock = [
  ['The real time', 0],
  ['An hour ahead', 3_600_000],
  ['A day ahead', 86_400_000],
  ['15 days ahead', 15 * 86_400_000],
];

export const places = [
  'West Europe',
  'North Europe',
  'East US',
  'UK South',
  'Southeast Asia',
  'Japan East',
  'Germany North',
];
export const tiers = [
  'Developer',
  'Basic',
  'Standard',
  'Premium',
  'Consumption',
  'BasicV2',
  'StandardV2',
  'PremiumV2',
];
