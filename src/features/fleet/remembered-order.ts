import { useLayoutEffect } from 'react';
import { defaultSort, formatSort, readSort, type Sort } from '../../domain/fleet/sort-rows.ts';
import { changeFleetAddress } from './fleet-address.ts';

const key = 'apim-ip.order';

/** Puts the rows in another order and keeps it on the device for the next visit. */
export function chooseOrder(sort: Sort): void {
  changeFleetAddress({ sort });
  try {
    localStorage.setItem(key, formatSort(sort));
  } catch {
    // Storage that is denied or full: the order then lasts until the page is left.
  }
}

/**
 * Brings back the order that was chosen last where the address names none, before the first row is painted. It is
 * written into the address, so that a link that is sent shows what its sender sees.
 */
export function useRememberedOrder(): void {
  useLayoutEffect(() => {
    if (new URLSearchParams(location.search).has('sort')) return;
    const kept = remembered();
    if (formatSort(kept) !== formatSort(defaultSort)) changeFleetAddress({ sort: kept });
  }, []);
}

function remembered(): Sort {
  try {
    return readSort(localStorage.getItem(key) ?? '') ?? defaultSort;
  } catch {
    return defaultSort;
  }
}
