import type { Exchange, Reply } from './http.ts';

type Handler = (exchange: Exchange) => Reply | Promise<Reply>;
/** `GET /:tenant/oauth2/v2.0/authorize`: one segment a name, no wildcards. */
export type Routes = Readonly<Record<string, Handler>>;

export type Match =
  | { readonly kind: 'found'; readonly handle: Handler; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'method'; readonly allowed: readonly string[] }
  | { readonly kind: 'none' };

/** Finds the handler of a path; tells apart a wrong method and an unknown path. */
export function findRoute(routes: Routes, method: string, pathname: string): Match {
  const allowed: string[] = [];
  for (const [route, handle] of Object.entries(routes)) {
    const [verb = '', pattern = ''] = route.split(' ');
    const params = pathParams(pattern, pathname);
    if (!params) continue;
    if (verb === method) return { kind: 'found', handle, params };
    allowed.push(verb);
  }
  return allowed.length > 0 ? { kind: 'method', allowed } : { kind: 'none' };
}

function pathParams(pattern: string, pathname: string): Record<string, string> | undefined {
  const names = pattern.split('/');
  const parts = pathname.split('/');
  if (names.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) {
      if (part === '') return undefined;
      params[name.slice(1)] = safeDecode(part);
    } else if (name.toLowerCase() !== part.toLowerCase()) return undefined;
  }
  return params;
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
