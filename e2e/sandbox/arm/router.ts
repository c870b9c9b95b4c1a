import type { Answer } from './answer.ts';
import type { Provider } from './api-versions.ts';
import type { Exchange } from './exchange.ts';

export type Route = {
  readonly method: 'GET' | 'POST';
  /** `/subscriptions/{subscriptionId}/...`; segments are compared without case. */
  readonly pattern: string;
  readonly provider: Provider;
  /** Type as ARM names it in its refusals: `service`. */
  readonly type: string;
  /** The right that the caller needs on the subscription; absent for routes of the tenant. */
  readonly action?: string;
  readonly handle: (exchange: Exchange) => Answer;
};

export type Match =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly method: string }
  | { readonly kind: 'none' };

/** Finds the route of a path (without its query). */
export function findRoute(routes: readonly Route[], method: string, path: string): Match {
  const segments = path.replace(/\/+$/, '').split('/').slice(1).map(safeDecode);
  let wrongMethod = false;
  for (const route of routes) {
    const params = matchPattern(route.pattern.split('/').slice(1), segments);
    if (!params) continue;
    if (route.method === method) return { kind: 'found', route, params };
    wrongMethod = true;
  }
  return wrongMethod || method !== 'GET' ? { kind: 'wrong-method', method } : { kind: 'none' };
}

function matchPattern(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name && segment !== '') params[name] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

function safeDecode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
