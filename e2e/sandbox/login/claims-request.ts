import * as v from 'valibot';

const wish = v.nullable(
  v.looseObject({
    essential: v.optional(v.boolean()),
    value: v.optional(v.unknown()),
    values: v.optional(v.array(v.unknown())),
  }),
);
const schema = v.looseObject({
  access_token: v.optional(v.record(v.string(), wish)),
  id_token: v.optional(v.record(v.string(), wish)),
});

/** What a client asked for in the `claims` parameter (OpenID Connect Core 5.5). */
export type ClaimsRequest = {
  /** `access_token.xms_cc`: `CP1` says that the client understands claims challenges. */
  readonly capabilities: readonly string[];
  /** `access_token.acrs`: authentication contexts that the sign-in must prove. */
  readonly contexts: readonly string[];
  /** Optional claims wanted in the id token. */
  readonly idToken: ReadonlySet<string>;
};

/** Reads the `claims` parameter; undefined where it is not what it must be. */
export function parseClaims(text: string | null): ClaimsRequest | undefined {
  const parsed = v.safeParse(schema, text === null ? {} : parseJson(text));
  if (!parsed.success) return undefined;
  const { access_token: access = {}, id_token: id = {} } = parsed.output;
  return {
    capabilities: strings(access['xms_cc']),
    contexts: access['acrs']?.essential === true ? strings(access['acrs']) : [],
    idToken: new Set(Object.keys(id)),
  };
}

function strings(one: v.InferOutput<typeof wish> | undefined): string[] {
  const all = one?.values ?? (one?.value === undefined ? [] : [one.value]);
  return all.filter(value => typeof value === 'string');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
