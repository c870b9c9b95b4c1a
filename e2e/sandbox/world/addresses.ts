import { parseRange, type Range } from '../../../src/domain/address.ts';

/** Networks for documentation (RFC 5737): nothing in the sandbox can be mistaken for somebody's real address. */
const documentation = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'] as const;

/** The documentation networks hold 762 hosts; a fleet of thousands takes the network for benchmarks instead (RFC 2544). */
const benchmark = '198.18.0.0/15';

/** Hands out addresses in a fixed order and never one that was in use before. */
export class AddressBook {
  readonly #used = new Set<string>();
  #fresh = publicAddresses();

  /** Marks addresses as taken; prefixes mark every address in them. */
  take(addresses: readonly string[]): void {
    for (const address of addresses) {
      const range = parseRange(address);
      if (range?.family === 'ipv4') for (const one of hosts(range, 0)) this.#used.add(one);
    }
  }

  nextPublic(): string {
    for (let next = this.#fresh.next(); !next.done; next = this.#fresh.next())
      if (!this.#used.has(next.value)) return this.#claim(next.value);
    throw new RangeError('The sandbox has no public address left');
  }

  /** The first free address of a subnet; Azure keeps the first four of each (network, gateway, two for DNS). */
  nextPrivate(prefix: string): string {
    const range = parseRange(prefix);
    if (!range) throw new RangeError(`Not a subnet range: ${prefix}`);
    for (const one of hosts(range, 4)) if (!this.#used.has(one)) return this.#claim(one);
    throw new RangeError(`No address left in ${prefix}`);
  }

  #claim(address: string): string {
    this.#used.add(address);
    return address;
  }
}

function* publicAddresses(): Generator<string, void> {
  for (const [index, network] of [...documentation, benchmark].entries()) {
    const range = parseRange(network);
    if (range) yield* hosts(range, index < documentation.length ? 4 : 1);
  }
}

function* hosts(range: Range, skip: number): Generator<string, void> {
  const [base = ''] = range.cidr.split('/');
  const first = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const size = 2 ** (32 - range.prefix);
  const last = range.prefix >= 31 ? size : size - (skip > 0 ? 1 : 0);
  for (let host = skip; host < last; host++) yield dotted(first + host);
}

/** A 32-bit number as `a.b.c.d`. */
export function dotted(value: number): string {
  return [24, 16, 8, 0].map(shift => Math.floor(value / 2 ** shift) % 256).join('.');
}
