import * as v from 'valibot';

/** Which requests a fault touches; every condition that is given must hold. */
const where = {
  /** Requests of this subscription (GUID). Resource Graph requests belong to none. */
  subscription: v.optional(v.string()),
  /** Text that the path holds, without case: `networkstatus`. */
  path: v.optional(v.string()),
  /** Share of the matching requests, evenly spread: 0.2 touches every fifth. */
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** Only the first n matching requests; then the fault is spent. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
};

/** What can go wrong between a browser and Azure Resource Manager. */
export const faultSchema = v.variant('kind', [
  /** 429; null leaves out Retry-After. */
  v.strictObject({ kind: v.literal('throttle'), retryAfterSeconds: v.nullable(v.number()), ...where }),
  v.strictObject({
    kind: v.literal('error'),
    status: v.pipe(v.number(), v.minValue(500), v.maxValue(599)),
    ...where,
  }),
  v.strictObject({ kind: v.literal('slow'), ms: v.pipe(v.number(), v.minValue(0)), ...where }),
  /** The connection ends in the middle of the body. */
  v.strictObject({ kind: v.literal('cut-off'), ...where }),
  /** 200 and JSON that goes on for so many MB. */
  v.strictObject({ kind: v.literal('gigantic'), megabytes: v.number(), ...where }),
  /** The connection ends before a status. */
  v.strictObject({ kind: v.literal('reset'), ...where }),
  /** 200 with half of the JSON. */
  v.strictObject({ kind: v.literal('malformed'), ...where }),
  /** 502 with a page of HTML, as a proxy between would send it. */
  v.strictObject({ kind: v.literal('html-error'), ...where }),
  /** 200 with the right bytes as text/html. */
  v.strictObject({ kind: v.literal('wrong-type'), ...where }),
  /** 403 for everything of the subscription; Resource Graph drops it without a word. */
  v.strictObject({ kind: v.literal('forbidden'), ...where, subscription: v.string() }),
  /** 403 for every Resource Graph query. */
  v.strictObject({ kind: v.literal('graph-refused'), ...where }),
  /** Resource Graph answers with the state of so many seconds ago. */
  v.strictObject({ kind: v.literal('graph-lag'), seconds: v.pipe(v.number(), v.minValue(0)), ...where }),
  /** 401 ExpiredAuthenticationToken whatever the token says. */
  v.strictObject({ kind: v.literal('expired-token'), ...where }),
  /** 401 with claims until a token carries the authentication context. */
  v.strictObject({ kind: v.literal('claims-challenge'), context: v.optional(v.string(), 'c1'), ...where }),
  /** The browser may not read Retry-After and the like. */
  v.strictObject({ kind: v.literal('hide-headers'), ...where }),
  /** Lists lead elsewhere: to another host, back to themselves, or on for ever. */
  v.strictObject({
    kind: v.literal('next-link'),
    to: v.picklist(['other-host', 'self', 'endless']),
    ...where,
  }),
]);

export type Fault = v.InferOutput<typeof faultSchema>;
export type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;
/** A fault as it is written down: defaults may be left out. */
export type FaultInput = v.InferInput<typeof faultSchema>;
