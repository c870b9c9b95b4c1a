import type { Service, Subscription, UnreadableRow } from '../domain/service.ts';
import type { ArmError } from './arm-error.ts';
import type { Azure } from './azure.ts';
import { type MissingSubscription, missingSubscriptions } from './fleet-missing.ts';
import { FleetRows, type LastKnown } from './fleet-rows.ts';
import { listSubscriptions } from './list-subscriptions.ts';
import { inGroups, type SubscriptionSelection } from './query-resource-graph.ts';
import { type GroupReading, readGroup } from './read-fleet-group.ts';
import { type FleetSubscriptions, readFleetSubscriptions } from './read-fleet-subscriptions.ts';

export type FleetRead = {
  readonly services: readonly Service[];
  readonly unreadable: readonly UnreadableRow[];
  /** Names and states, as far as they could be read. */
  readonly subscriptions: readonly Subscription[];
  readonly missing: readonly MissingSubscription[];
  /** Why a part that cannot be named by subscription is missing; null where nothing is. */
  readonly incomplete: ArmError | null;
  /** While the read is under way: how many services there will be, null where nobody says. Absent once it is done. */
  readonly underWay?: { readonly total: number | null };
  /** Kept on the device by an earlier visit: true then, and maybe not now. Absent on what Azure has just answered. */
  readonly lastKnown?: true;
  /** `arm` where Resource Graph was refused for any of them. */
  readonly source: 'resource-graph' | 'arm';
  /** Epoch ms of the last answer. */
  readonly receivedAt: number;
  readonly correlationIds: readonly string[];
};

export type FleetRequest = {
  readonly subscriptionIds: SubscriptionSelection;
  readonly signal?: AbortSignal | undefined;
  /** Called after each page with all that was read until then. */
  readonly onPage?: (soFar: FleetRead) => void;
  readonly lastKnown?: LastKnown;
};

/**
 * Reads every service of the selected subscriptions (design 5). What fails for some of them is named in `missing` and
 * costs the others nothing.
 * @throws ArmError where nothing at all was read and asking again may help: a fleet read earlier then stays on screen.
 */
export async function readFleet(azure: Azure, request: FleetRequest): Promise<FleetRead> {
  const { signal, onPage } = request;
  const rows = new FleetRows(request.lastKnown);
  let listed: FleetSubscriptions = { subscriptions: [], unreadable: [], whole: false };
  const reading: GroupReading = {
    azure,
    rows,
    signal,
    onPage: total => onPage?.({ ...soFar(rows, listed), underWay: { total } }),
    listOfSubscriptions: once(() => listSubscriptions(azure, { signal })),
  };
  const selections = inGroups(request.subscriptionIds);
  const [groups] = await Promise.all([
    Promise.all(selections.map(async ids => ({ ids, outcome: await readGroup(reading, ids) }))),
    readFleetSubscriptions(reading, selections).then(list => {
      listed = list;
    }),
  ]);
  const outcomes = groups.map(group => group.outcome);
  const incomplete = outcomes.find(outcome => outcome.incomplete)?.incomplete ?? null;
  const lost = incomplete ?? outcomes.flatMap(({ failed }) => [...failed.values()]).find(canBeAskedAgain);
  if (lost && rows.pages === 0) throw lost;
  return {
    ...soFar(rows, listed),
    missing: missingSubscriptions(groups, listed, rows.services),
    incomplete,
  };
}

function soFar(rows: FleetRows, listed: FleetSubscriptions): FleetRead {
  return {
    services: [...rows.services],
    unreadable: [...rows.unreadable, ...listed.unreadable],
    subscriptions: listed.subscriptions,
    missing: [],
    incomplete: null,
    source: rows.source,
    receivedAt: rows.receivedAt,
    correlationIds: [...rows.correlationIds],
  };
}

/** A missing right is an answer; anything else says nothing about the fleet. */
function canBeAskedAgain({ kind }: ArmError): boolean {
  return kind !== 'forbidden' && kind !== 'not-found';
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= read();
    return result;
  };
}
