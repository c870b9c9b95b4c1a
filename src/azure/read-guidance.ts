import type { ServiceGuidance } from '../domain/guidance/contract.ts';
import { guidanceFor } from '../domain/guidance/guidance.ts';
import { finding } from '../domain/guidance/notices.ts';
import type { Purpose } from '../domain/guidance/purpose.ts';
import { tagsToRead } from '../domain/guidance/tags-to-read.ts';
import { unreadWords } from '../domain/guidance/unread-words.ts';
import { noNetworkFacts, unread } from '../domain/network-facts.ts';
import type { Service } from '../domain/service.ts';
import { actions } from './actions.ts';
import { type ArmError, armErrorOf } from './arm-error.ts';
import { unreadOf } from './as-fact.ts';
import type { Azure } from './azure.ts';
import { getService } from './get-service.ts';
import { readNetworkFacts } from './read-network-facts.ts';

/** A service of a list that may lag; what it needs is read from Resource Manager itself. */
export type GuidanceWish = {
  readonly service: Service;
  /** Verbatim; null where it is not known. */
  readonly subscriptionState: string | null;
};

/** The guidance of one service; `error` where the service itself was not read, and the guidance then says so. */
export type GuidanceAnswer = { readonly guidance: ServiceGuidance; readonly error: ArmError | null };

type Options = {
  readonly signal: AbortSignal;
  /** Told after each service how many are done. */
  readonly onProgress: (done: number) => void;
  /** Epoch ms. */
  readonly now: () => number;
};

/** So many services are read at a time; the transport bounds the requests of each subscription besides. */
const atOnce = 4;

/**
 * Reads each service with the network around it and derives what it needs, in the order that was asked for. A service
 * that cannot be read has an unknown for every purpose, so that no list of many looks complete without it.
 * @throws the signal's reason when it is aborted
 */
export async function readGuidance(
  azure: Azure,
  wishes: readonly GuidanceWish[],
  { signal, onProgress, now }: Options,
): Promise<readonly GuidanceAnswer[]> {
  const answers = new Map<number, GuidanceAnswer>();
  const left = wishes.entries();
  async function work(): Promise<void> {
    for (const [index, wish] of left) {
      signal.throwIfAborted();
      answers.set(index, await readOne(azure, wish, signal, now));
      onProgress(answers.size);
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, wishes.length) }, work));
  signal.throwIfAborted();
  return wishes.flatMap((_, index) => answers.get(index) ?? []);
}

async function readOne(
  azure: Azure,
  { service: listed, subscriptionState }: GuidanceWish,
  signal: AbortSignal,
  now: () => number,
): Promise<GuidanceAnswer> {
  try {
    const { service, unreadable, receivedAt } = await getService(azure, { id: listed.id, signal });
    const asOf = new Date(receivedAt).toISOString();
    if (!service) {
      const why = `${unreadWords(listed.name, unread('failed'))} ${unreadable?.problem ?? ''}.`;
      return { guidance: notRead(listed, subscriptionState, asOf, why), error: null };
    }
    const network = await aroundIt(azure, service, signal);
    return { guidance: guidanceFor({ service, network, subscriptionState, asOf }), error: null };
  } catch (cause) {
    const error = armErrorOf(cause);
    const why = unreadWords(listed.name, unreadOf(error, actions.service));
    return { guidance: notRead(listed, subscriptionState, new Date(now()).toISOString(), why), error };
  }
}

/** Where nothing at all of the network could be read, nothing of it is known; the service's own facts still hold. */
async function aroundIt(azure: Azure, service: Service, signal: AbortSignal) {
  try {
    const serviceTags = tagsToRead(service);
    return (await readNetworkFacts(azure, { services: [service], serviceTags, signal })).facts;
  } catch (cause) {
    armErrorOf(cause);
    return noNetworkFacts;
  }
}

const asked: readonly Purpose[] = ['clients', 'internet-back-ends', 'private-back-ends', 'management', 'dns'];

function notRead(
  { id, name, tier, vnetMode }: Service,
  subscriptionState: string | null,
  asOf: string,
  why: string,
): ServiceGuidance {
  const { code, text } = finding('service-not-read', why);
  const unknown = asked.map(purpose => ({ code, purpose, text }));
  return { id, name, tier, vnetMode, subscriptionState, asOf, entries: [], warnings: [], unknown };
}
