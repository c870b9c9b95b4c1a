import * as v from 'valibot';
import { parseServiceId } from '../domain/arm-id.ts';
import type { UnreadableRow } from '../domain/service.ts';
import type { Azure } from './azure.ts';
import { collectPages } from './collect-pages.ts';
import { freshness } from './freshness.ts';
import type { ById } from './get-resource.ts';
import type { RowReader } from './read-rows.ts';
import { resourceQuery } from './resource-query.ts';
import { apimApiVersion } from './service-reader.ts';
import { looseNumber, looseText, part, required } from './wire.ts';

/** A tier that a service can be changed to, and how many units it may have there. */
export type AvailableTier = {
  /** `sku.name`, verbatim. */
  readonly tier: string;
  /** Null for a tier without units, such as Consumption. */
  readonly units: {
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly default: number | null;
    /** none, manual, automatic or another text. */
    readonly scaleType: string | null;
  } | null;
};

export type AvailableTiers = {
  readonly tiers: readonly AvailableTier[];
  readonly unreadable: readonly UnreadableRow[];
};

/** A row of `skus` (azure-rest-api-specs, apimanagement 2024-05-01). */
const skuRow = v.object({
  sku: v.object({ name: required }),
  capacity: v.fallback(
    part({
      minimum: looseNumber,
      maximum: looseNumber,
      default: looseNumber,
      scaleType: looseText,
    }),
    null,
  ),
});

const reader: RowReader<v.InferOutput<typeof skuRow>, AvailableTier> = {
  schema: skuRow,
  map: ({ sku, capacity }) => ({ tier: sku.name, units: capacity }),
};

/** @throws ArmError; also where the list breaks off, because a part of it would read as the whole. */
export async function listSkus({ arm }: Azure, { id, signal }: ById): Promise<AvailableTiers> {
  const subscriptionId = parseServiceId(id)?.subscriptionId;
  const list = await collectPages(
    arm,
    {
      operation: 'list the tiers of a service',
      subscriptionId,
      path: `${id}/skus`,
      apiVersion: apimApiVersion,
      signal,
    },
    reader,
  );
  if (list.failure) throw list.failure;
  return { tiers: list.rows, unreadable: list.unreadable };
}

export function skusQuery(azure: Azure, id: string) {
  return resourceQuery(azure, { kind: 'skus', id, staleTime: freshness.skus, get: listSkus });
}
