import { useEffect } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { armKey, formatServiceId } from '../../domain/arm-id.ts';
import { matchRoute } from '../match-route.ts';
import { tabIcon } from './tab-icon.ts';

/** Tells the tabs of several services from each other; every other screen has the product's own icon. */
export function useTabIcon(): void {
  const route = matchRoute(usePathname());
  const icon =
    route.name === 'service' ? tabIcon(route.id.name, armKey(formatServiceId(route.id))) : '/favicon.svg';
  useEffect(() => {
    document.querySelector('link[rel=icon]')?.setAttribute('href', icon);
  }, [icon]);
}
