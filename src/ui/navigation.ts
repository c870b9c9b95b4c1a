import type { MouseEvent } from 'react';
import { navigate } from 'wouter/use-browser-location';

/** Goes to an address of this app without loading the page anew. `replace` leaves no entry in the history. */
export function goTo(href: string, options: { readonly replace?: boolean } = {}): void {
  const from = location.pathname;
  navigate(href, options);
  if (location.pathname !== from) window.scrollTo(0, 0);
}

/** For links inside the app: a plain press navigates in place, anything else (new tab, new window) stays the browser's. */
export function followInApp(event: MouseEvent<HTMLAnchorElement>): void {
  const { currentTarget: link, button } = event;
  const special = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || button !== 0 || special || link.target) return;
  event.preventDefault();
  goTo(link.pathname + link.search + link.hash);
}

/** Replaces the query of the current address. Text stays as it is given: nothing is read as a number. */
export function replaceQuery(search: string, options: { readonly push?: boolean } = {}): void {
  const query = search === '' || search.startsWith('?') ? search : `?${search}`;
  navigate(location.pathname + query + location.hash, { replace: !options.push });
}
