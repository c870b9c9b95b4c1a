import type { EntraError } from './entra-error.ts';

export type Scopes = {
  readonly openid: boolean;
  readonly offlineAccess: boolean;
  /** Audience of the access token. */
  readonly audience: string;
  /** Short names for the token's `scp`. */
  readonly names: readonly string[];
  /** The `scope` of the answer. */
  readonly granted: string;
};

const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);
/** Scopes without a resource are Microsoft Graph's; such a token is of no use at ARM. */
const graph = 'https://graph.microsoft.com';

/** Reads a `scope` parameter: OpenID's scopes and those of one resource, ARM (`audience`) or Graph. */
export function parseScopes(text: string, audience: string): Scopes | EntraError {
  const all = text.split(/\s+/).filter(scope => scope !== '');
  const wanted = all.filter(scope => !openIdScopes.has(scope)).map(splitScope);
  const resources = new Set(wanted.map(({ resource }) => resource));
  if (resources.size > 1) {
    return { error: 'invalid_scope', code: 700022, text: 'The scopes name more than one resource.' };
  }
  const [resource = graph] = resources;
  const openid = all.includes('openid');
  const offlineAccess = all.includes('offline_access');
  if (resource === graph) {
    const names = ['openid', 'profile', 'email', ...wanted.map(({ name }) => name)];
    return { openid, offlineAccess, audience: graph, names, granted: names.join(' ') };
  }
  if (resource !== audience.replace(/\/+$/, '')) {
    return { error: 'invalid_resource', code: 500011, text: `The resource '${resource}' was not found.` };
  }
  const unknown = wanted.find(({ name }) => name !== 'user_impersonation' && name !== '.default');
  if (unknown) {
    return { error: 'invalid_scope', code: 70011, text: `The scope '${unknown.full}' is not valid.` };
  }
  const granted = new Set(
    wanted.flatMap(({ full, name }) =>
      name === '.default' ? [full.replace(/\.default$/, 'user_impersonation'), full] : [full],
    ),
  );
  return {
    openid,
    offlineAccess,
    audience,
    names: ['user_impersonation'],
    granted: [...granted].join(' '),
  };
}

/** `https://management.azure.com//.default` keeps its two slashes in the answer but names the same resource as one. */
function splitScope(full: string): { full: string; resource: string; name: string } {
  const cut = full.lastIndexOf('/');
  if (cut < 0) return { full, resource: graph, name: full };
  return { full, resource: full.slice(0, cut).replace(/\/+$/, ''), name: full.slice(cut + 1) };
}
