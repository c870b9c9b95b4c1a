import * as v from 'valibot';

const list = v.array(v.string());

/** Addresses that a change brings, region by region (short form); what is left out is taken from the free ones. */
const addresses = v.record(
  v.string(),
  v.strictObject({
    public: v.optional(list),
    private: v.optional(list),
    outbound: v.optional(v.nullable(list)),
  }),
);

const onService = { service: v.string(), addresses: v.optional(addresses) };
const onRegion = { ...onService, region: v.string() };

/** Everything that can happen in the sandbox, as JSON: the control page, tests and the story all speak it. */
export const mutationSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('switch-vnet-mode'),
    ...onService,
    mode: v.picklist(['None', 'External', 'Internal']),
    /** Subnet for each region, needed where a region has none yet. */
    subnets: v.optional(v.record(v.string(), v.string())),
    /** Public IP resource for each region that gets another one. */
    publicIps: v.optional(v.record(v.string(), v.string())),
  }),
  v.strictObject({ kind: v.literal('move-subnet'), ...onRegion, subnetId: v.string() }),
  v.strictObject({
    kind: v.literal('change-public-ip'),
    ...onRegion,
    publicIpAddressId: v.optional(v.nullable(v.string())),
  }),
  v.strictObject({ kind: v.literal('recreate'), ...onService }),
  v.strictObject({
    kind: v.literal('set-zones'),
    ...onRegion,
    zones: list,
    publicIpAddressId: v.optional(v.string()),
  }),
  v.strictObject({
    kind: v.literal('add-region'),
    ...onRegion,
    units: v.optional(v.number()),
    zones: v.optional(list),
    subnetId: v.optional(v.string()),
    publicIpAddressId: v.optional(v.string()),
  }),
  v.strictObject({ kind: v.literal('remove-region'), ...onRegion }),
  v.strictObject({ kind: v.literal('reinstate-region'), ...onRegion }),
  v.strictObject({ kind: v.literal('set-nat'), ...onRegion, enabled: v.boolean() }),
  v.strictObject({ kind: v.literal('set-gateway'), ...onRegion, enabled: v.boolean() }),
  v.strictObject({
    kind: v.literal('set-public-access'),
    ...onService,
    access: v.picklist(['Enabled', 'Disabled']),
  }),
  v.strictObject({
    kind: v.literal('change-tier'),
    ...onService,
    tier: v.string(),
    units: v.optional(v.number()),
  }),
  v.strictObject({ kind: v.literal('scale'), ...onRegion, units: v.number() }),
  v.strictObject({ kind: v.literal('set-state'), ...onService, state: v.string() }),
  v.strictObject({ kind: v.literal('set-tags'), ...onService, tags: v.record(v.string(), v.string()) }),
  v.strictObject({ kind: v.literal('migrate-platform'), ...onService, keepAddress: v.optional(v.boolean()) }),
  /** A change of addresses that nobody asked for: no actor, no entry in the activity log. */
  v.strictObject({
    kind: v.literal('change-addresses'),
    ...onRegion,
    /** Leaves no row in the change feed either. */
    silent: v.optional(v.boolean()),
  }),
  v.strictObject({
    kind: v.literal('add-service'),
    ...onService,
    tier: v.optional(v.string()),
    region: v.optional(v.string()),
    tags: v.optional(v.record(v.string(), v.string())),
  }),
  v.strictObject({ kind: v.literal('remove-service'), ...onService }),
  v.strictObject({
    kind: v.literal('set-subscription-state'),
    subscription: v.string(),
    state: v.picklist(['Enabled', 'Warned', 'PastDue', 'Disabled', 'Deleted']),
    /** By service name, then region: the addresses after a reinstatement. */
    addressesByService: v.optional(v.record(v.string(), addresses)),
  }),
]);

export type Mutation = v.InferOutput<typeof mutationSchema>;
export type MutationOf<Kind extends Mutation['kind']> = Extract<Mutation, { kind: Kind }>;
export type ServiceMutation = Exclude<
  Mutation,
  { kind: 'set-subscription-state' | 'add-service' | 'remove-service' }
>;
export type NewAddresses = v.InferOutput<typeof addresses>;
