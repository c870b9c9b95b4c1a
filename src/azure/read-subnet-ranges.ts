import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { armKey } from '../domain/arm-id.ts';
import { type Fact, known, readActions, type SubnetFacts, unread } from '../domain/network-facts.ts';
import { type ArmError, armErrorOf } from './arm-error.ts';
import { asFact, unreadOf } from './as-fact.ts';
import { type Azure, azureKey } from './azure.ts';
import { freshness } from './freshness.ts';
import { getSubnet } from './get-subnet.ts';
import { mapBounded } from './map-bounded.ts';
import { queryResourceGraph } from './query-resource-graph.ts';
import { readRows } from './read-rows.ts';
import { subnetsKql } from './subnets-kql.ts';
import { required, text, texts } from './wire.ts';

/** The ranges of a subnet, or why they are not known. */
export type SubnetRanges = Pick<SubnetFacts, 'id' | 'addressPrefixes'>;

export type SubnetRangesRead = {
  /** By `armKey`. */
  readonly facts: Readonly<Record<string, Fact<SubnetRanges>>>;
  /** What was not read, by the ARM id that was asked for; `not-listed`: Resource Graph left it out without a word. */
  readonly failures: readonly { readonly of: string; readonly error: ArmError | 'not-listed' }[];
};

/** Up to so many subnets are read one by one: that is as quick, and always of this moment. */
const oneByOne = 24;
const atOnce = 12;
/** Keeps a query well below Resource Graph's limit on its length. */
const networksPerQuery = 150;

const row = v.object({ id: required, addressPrefix: text, addressPrefixes: texts });

/**
 * The ranges of subnets, by `armKey`: a few from Resource Manager, many from Resource Graph. A subnet that Azure does
 * not show is unknown, with the reason as far as Azure tells one.
 * @throws the signal's reason when it is aborted
 */
export async function readSubnetRanges(
  azure: Azure,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<SubnetRangesRead> {
  return ids.length <= oneByOne ? readOneByOne(azure, ids, signal) : readFromGraph(azure, ids, signal);
}

async function readOneByOne(azure: Azure, ids: readonly string[], signal: AbortSignal) {
  const failures: { of: string; error: ArmError }[] = [];
  const read = async (id: string) => {
    const fail = (error: ArmError) => failures.push({ of: id, error });
    return [armKey(id), await asFact(getSubnet(azure, { id, signal }), readActions.subnets, fail)] as const;
  };
  return { facts: Object.fromEntries(await mapBounded(ids, atOnce, read)), failures };
}

async function readFromGraph(azure: Azure, ids: readonly string[], signal: AbortSignal) {
  const networks = [...new Set(ids.map(id => armKey(id).replace(/\/subnets\/[^/]*$/, '')))];
  const found = new Map<string, Fact<SubnetRanges>>();
  let failure: ArmError | undefined;
  for (let at = 0; at < networks.length; at += networksPerQuery) {
    const kql = subnetsKql(networks.slice(at, at + networksPerQuery));
    const query = { operation: 'query subnets', kql, subscriptionIds: 'all' as const, signal };
    try {
      for await (const page of queryResourceGraph(azure, query)) {
        const { rows } = await readRows({ schema: row, map: toRanges }, page.rows, signal);
        for (const ranges of rows) found.set(armKey(ranges.id), known(ranges));
      }
    } catch (cause) {
      failure = armErrorOf(cause);
    }
  }
  const missing = failure ? unreadOf(failure, readActions.subnets) : unread('forbidden', readActions.subnets);
  const error = failure ?? ('not-listed' as const);
  return {
    facts: Object.fromEntries(ids.map(id => [armKey(id), found.get(armKey(id)) ?? missing] as const)),
    failures: ids.flatMap(id => (found.has(armKey(id)) ? [] : [{ of: id, error }])),
  };
}

function toRanges({ id, addressPrefix, addressPrefixes }: v.InferOutput<typeof row>): SubnetRanges {
  return {
    id,
    addressPrefixes: [...new Set([...(addressPrefix ? [addressPrefix] : []), ...addressPrefixes])],
  };
}

/** The ranges of these subnets as one answer: its key follows what is asked for. */
export function subnetRangesQuery(azure: Azure, ids: readonly string[]) {
  return queryOptions({
    queryKey: [...azureKey(azure), 'subnet-ranges', ids.map(armKey).sort()] as const,
    queryFn: ({ signal }) => readSubnetRanges(azure, ids, signal),
    staleTime: freshness.network,
    retry: false,
  });
}
