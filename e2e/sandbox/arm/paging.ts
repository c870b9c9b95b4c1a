import type { Json, JsonObject } from '../world/json.ts';
import type { Exchange } from './exchange.ts';
import { badRequest } from './refusals.ts';

/** One page of a list with ARM's opaque nextLink. @throws ArmRefusal 400 for a token that is none of ours */
export function page<T>(
  exchange: Exchange,
  items: readonly T[],
  size: number,
  draw: (item: T) => Json,
): JsonObject {
  const from = offsetOf(exchange.url);
  const value = items.slice(from, from + size).map(draw);
  const next = from + size < items.length ? from + size : undefined;
  return { value, nextLink: nextLink(exchange, next) };
}

function nextLink({ url, arm, touching }: Exchange, next: number | undefined): string | undefined {
  const fault = touching.find('next-link');
  if (fault?.to === 'other-host')
    return linkTo(new URL(url.pathname + url.search, 'https://management.example'), 1);
  if (fault?.to === 'self') return new URL(url.pathname + url.search, arm.origin).href;
  // Every answer leads to another address, and none of them is the last.
  if (fault?.to === 'endless')
    return linkTo(new URL(url.pathname + url.search, arm.origin), offsetOf(url) + 1_000_000);
  return next === undefined ? undefined : linkTo(new URL(url.pathname + url.search, arm.origin), next);
}

function linkTo(url: URL, offset: number): string {
  url.searchParams.set('$skiptoken', Buffer.from(`page:${offset}`).toString('base64url'));
  return url.href;
}

function offsetOf(url: URL): number {
  const token = [...url.searchParams].find(([name]) => name.toLowerCase() === '$skiptoken')?.[1];
  if (token === undefined) return 0;
  const offset = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'))?.[1];
  if (offset === undefined) throw badRequest('InvalidSkipToken', `The skip token '${token}' is invalid.`);
  return Number(offset);
}
