import { armKey } from '../domain/arm-id.ts';
import { byService } from '../domain/timeline/by-service.ts';
import { factsHash, openOnes } from '../domain/timeline/decide.ts';
import type { ObservationSource } from '../domain/timeline/facts.ts';
import type { Observation } from '../domain/timeline/observation.ts';
import { instantOf } from '../domain/timeline/time.ts';
import { attempt } from './attempt.ts';
import { isLedgerRecord, Ledger } from './ledger.ts';
import type { ReadTransaction, ServiceKey, WriteTransaction } from './schema.ts';

const sources: readonly ObservationSource[] = ['arm', 'resource-graph'];

/** The ledger as it is stored; one that is missing or damaged is built anew from the observations, which are the record. */
export async function readLedger(transaction: ReadTransaction): Promise<Ledger> {
  const store = transaction.objectStore('ledger');
  const [names, numbers] = await Promise.all([
    attempt(() => store.get('names')),
    attempt(() => store.get('numbers')),
  ]);
  const record = { names, numbers };
  if (isLedgerRecord(record)) return new Ledger(record);
  const observations = await transaction.objectStore('observations').getAll();
  const ledger = new Ledger();
  for (const [service, own] of byService(observations, one => armKey(one.service))) {
    ledger.add(service);
    setHeads(ledger, service, own);
  }
  return ledger;
}

/** Writes the ledger if it changed: the numbers always, the names only where a service was added. */
export async function writeLedger(transaction: WriteTransaction, ledger: Ledger): Promise<void> {
  if (!ledger.changed) return;
  const store = transaction.objectStore('ledger');
  const { names, numbers } = ledger.record;
  await Promise.all([
    attempt(() => store.put(numbers, 'numbers')),
    ledger.namesChanged ? attempt(() => store.put(names, 'names')) : undefined,
  ]);
}

/**
 * Points the heads of a service to the newest observation of each source that nothing later contradicts. What a file told
 * is nobody's last sight here: the next look is written down as one of this browser's.
 */
export function setHeads(ledger: Ledger, service: ServiceKey, observations: readonly Observation[]): void {
  const open = openOnes(observations);
  for (const source of sources) {
    const newest = open.findLast(one => one.source === source && one.observer !== 'file');
    ledger.setHead(service, source, newest ? headOf(newest) : null);
  }
}

export function headOf(observation: Observation) {
  return {
    hash: factsHash(observation.facts),
    since: instantOf(observation.at),
    until: instantOf(observation.until),
  };
}
