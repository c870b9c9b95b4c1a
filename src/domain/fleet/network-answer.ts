import type { NetworkState } from '../network-status/verdict.ts';

/** What the reader's own check of a service's network came to. */
export type NetworkAnswer = {
  /** `not-offered`: Azure has no network status for it; `unread`: it could not be read. */
  readonly state: NetworkState | 'not-offered' | 'unread';
  /** The verdict in a sentence, or why there is none. */
  readonly text: string;
  /** Epoch ms. */
  readonly askedAt: number;
};

const words: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    failing: 'Network failing',
    stale: 'No network news',
    unclear: 'Network not clear',
    starting: 'Network starting',
    fine: 'Network fine',
    none: 'No network checks',
    'not-offered': 'No network status',
    unread: 'Network not read',
  } satisfies Readonly<Record<NetworkAnswer['state'], string>>),
);

/** Every state, what concerns a reader soonest first. */
export const networkStates: readonly string[] = [...words.keys()];

export function networkWord(answer: NetworkAnswer): string {
  return words.get(answer.state) ?? answer.state;
}

const prefix = 'network-';

/** The value under which a row can be found by its network, beside its provisioning state. */
export function networkValue(answer: NetworkAnswer): string {
  return prefix + answer.state;
}

/** What such a value is called; undefined for any other value. */
export function networkValueLabel(value: string): string | undefined {
  const key = value.toLowerCase();
  return key.startsWith(prefix) ? words.get(key.slice(prefix.length)) : undefined;
}

/** Whether it stands before the provisioning word: it concerns the service sooner. */
export function networkLeads({ state }: NetworkAnswer): boolean {
  return state === 'failing' || state === 'stale';
}
