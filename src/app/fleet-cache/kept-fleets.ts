import type { QueryClient } from '@tanstack/react-query';
import { type AzureScope, azureKey } from '../../azure/azure.ts';
import type { Config } from '../../config/config.ts';
import { fleetStore } from '../../fleet-cache/fleets.ts';
import { idle } from '../history/idle.ts';
import { followFleets } from './follow-fleets.ts';

/** Begins to read what the device kept for whoever is about to be signed in. */
export function prepareFleet(scope: AzureScope): void {
  void fleetStore.prepare(`${JSON.stringify(azureKey({ scope })).slice(0, -1)},`);
}

let stop = () => {};

/** Keeps fleets on the device, or takes away what an earlier configuration kept there. */
export function keepFleets({ fleetCache }: Pick<Config, 'fleetCache'>, queries: QueryClient): void {
  if (fleetCache === 'device') stop = followFleets(queries, fleetStore, idle);
  else void fleetStore.remove();
}

/** For a sign-out: nothing of any fleet stays, and nothing more is kept. */
export function forgetFleets(): Promise<void> {
  stop();
  return fleetStore.clear();
}
