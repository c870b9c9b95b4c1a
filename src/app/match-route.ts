import { parseServiceId, type ServiceId } from '../domain/arm-id.ts';

export type Route =
  | { readonly name: 'fleet' | 'find' | 'check' | 'settings' | 'not-found' }
  | { readonly name: 'service'; readonly id: ServiceId };

/** The screen that a path names. Paths are matched without case; unknown trailing parts are kept, never an error. */
export function matchRoute(pathname: string): Route {
  const path = decode(pathname);
  const id = parseServiceId(path);
  if (id) return { name: 'service', id };
  const [first = ''] = path.toLowerCase().split('/').filter(Boolean);
  if (first === '' || first === 'index.html') return { name: 'fleet' };
  return first === 'find' || first === 'check' || first === 'settings'
    ? { name: first }
    : { name: 'not-found' };
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
