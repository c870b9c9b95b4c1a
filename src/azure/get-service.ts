import { queryOptions } from '@tanstack/react-query';
import { armKey, formatServiceId, parseServiceId } from '../domain/arm-id.ts';
import type { Service, UnreadableRow } from '../domain/service.ts';
import type { ArmRequest } from './arm-request.ts';
import { type Azure, azureKey } from './azure.ts';
import { freshness } from './freshness.ts';
import { readRow } from './read-rows.ts';
import { apimApiVersion, armServiceReader } from './service-reader.ts';

/** One service as ARM gave it; exactly one of `service` and `unreadable` is there. */
export type ServiceRead = {
  readonly service: Service | null;
  readonly unreadable: UnreadableRow | null;
  /** ARM's body, untouched, for the JSON tab. */
  readonly json: unknown;
  readonly correlationId: string | null;
  /** Epoch ms at which the answer had arrived: the "as of" time. */
  readonly receivedAt: number;
  /** `GET https://management.azure.com/...?api-version=2024-05-01`. */
  readonly requestLine: string;
};

/** Reads one service by its ARM id. @throws ArmError; `not-found` and `forbidden` are the reader's to tell apart by code. */
export async function getService(
  { arm }: Azure,
  { id, signal }: { readonly id: string; readonly signal?: AbortSignal | undefined },
): Promise<ServiceRead> {
  const request = serviceRequest(id, signal);
  const answer = await arm.send(request);
  const { row, unreadable } = readRow(armServiceReader, answer.body);
  return {
    service: row ?? null,
    unreadable: unreadable ?? null,
    json: answer.body,
    correlationId: answer.correlationId,
    receivedAt: answer.receivedAt,
    requestLine: arm.requestLine(request),
  };
}

function serviceRequest(id: string, signal: AbortSignal | undefined): ArmRequest {
  const parsed = parseServiceId(id);
  return {
    operation: 'read the service',
    ...(parsed ? { subscriptionId: parsed.subscriptionId } : {}),
    path: parsed ? formatServiceId(parsed) : id,
    apiVersion: apimApiVersion,
    signal,
  };
}

export function serviceQuery(azure: Azure, id: string) {
  return queryOptions({
    queryKey: [...azureKey(azure), 'service', armKey(id)],
    queryFn: ({ signal }) => getService(azure, { id, signal }),
    staleTime: freshness.service,
    retry: false,
  });
}
