import { createContext, use } from 'react';
import type { Azure } from './azure.ts';

export const AzureContext = createContext<Azure | undefined>(undefined);

/** The transport and the scope of whoever is signed in. Only below the signed-in part of the app. */
export function useAzure(): Azure {
  const azure = use(AzureContext);
  if (!azure) throw new Error('useAzure is used outside the signed-in app.');
  return azure;
}
