import { parse } from 'valibot';
import { type Fault, type FaultInput, type FaultOf, faultSchema } from './fault.ts';

type Set = { readonly id: number; readonly fault: Fault; seen: number; hit: number };

/** The faults that are on. Which requests a share touches depends on their order alone, so a test can be repeated. */
export class Faults {
  readonly #faults: Set[] = [];
  #next = 1;

  /** Switches a fault on and gives its number. @throws ValiError for one that is not known */
  add(input: FaultInput): number {
    const id = this.#next++;
    this.#faults.push({ id, fault: parse(faultSchema, input), seen: 0, hit: 0 });
    return id;
  }

  remove(id: number): boolean {
    const index = this.#faults.findIndex(set => set.id === id);
    if (index >= 0) this.#faults.splice(index, 1);
    return index >= 0;
  }

  clear(): void {
    this.#faults.length = 0;
  }

  list(): readonly { readonly id: number; readonly fault: Fault; readonly hit: number }[] {
    return this.#faults.map(({ id, fault, hit }) => ({ id, fault, hit }));
  }

  /** The faults that touch one request; counts it for shares and times, so it is asked once a request. */
  touching(request: { readonly subscription: string | null; readonly path: string }): Touching {
    const touched = this.#faults
      .filter(set => matches(set.fault, request) && this.#count(set))
      .map(set => set.fault);
    return new Touching(touched);
  }

  /** Subscriptions that nobody may read while a fault says so. */
  isForbidden(subscriptionId: string): boolean {
    const id = subscriptionId.toLowerCase();
    return this.#faults.some(
      ({ fault }) => fault.kind === 'forbidden' && fault.subscription.toLowerCase() === id,
    );
  }

  #count(set: Set): boolean {
    const { share = 1, times = Number.POSITIVE_INFINITY } = set.fault;
    const hit = set.hit < times && Math.floor((set.seen + 1) * share) > Math.floor(set.seen * share);
    set.seen++;
    if (hit) set.hit++;
    return hit;
  }
}

/** What touches one request. */
export class Touching {
  readonly kinds: readonly Fault['kind'][];
  readonly #faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    this.#faults = faults;
    this.kinds = faults.map(fault => fault.kind);
  }

  find<Kind extends Fault['kind']>(kind: Kind): FaultOf<Kind> | undefined {
    return this.#faults.find((fault): fault is FaultOf<Kind> => fault.kind === kind);
  }
}

function matches(
  fault: Fault,
  { subscription, path }: { readonly subscription: string | null; readonly path: string },
): boolean {
  if (fault.subscription && fault.subscription.toLowerCase() !== subscription) return false;
  return !fault.path || path.toLowerCase().includes(fault.path.toLowerCase());
}
