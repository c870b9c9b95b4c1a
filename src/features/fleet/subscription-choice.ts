import { useState } from 'react';
import type { AzureScope } from '../../azure/azure.ts';

/** Begins the key of every stored choice: one for each cloud, tenant and account. */
const prefix = 'apim-ip.subscriptions';
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function keyOf({ cloud, tenantId, accountId }: AzureScope): string {
  return [prefix, cloud, tenantId, accountId].join('.');
}

function load(scope: AzureScope): readonly string[] {
  try {
    return (localStorage.getItem(keyOf(scope)) ?? '').split(' ').filter(id => guid.test(id));
  } catch {
    return [];
  }
}

function save(scope: AzureScope, ids: readonly string[]): void {
  try {
    if (ids.length === 0) localStorage.removeItem(keyOf(scope));
    else localStorage.setItem(keyOf(scope), ids.join(' '));
  } catch {
    // Storage that is denied or full: the choice then lasts until the page is left.
  }
}

/** The subscriptions that this account chose to see, in lower case; none: all of them. Kept on the device. */
export function useSubscriptionChoice(
  scope: AzureScope,
): readonly [readonly string[], (ids: readonly string[]) => void] {
  const [ids, setIds] = useState(() => load(scope));
  return [
    ids,
    chosen => {
      save(scope, chosen);
      setIds(chosen);
    },
  ];
}
