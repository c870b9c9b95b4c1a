import { armKey } from '../../../src/domain/arm-id.ts';
import { AddressBook } from './addresses.ts';
import type { Clock } from './clock.ts';
import { Feed } from './feed/feed.ts';
import { type ArmResource, type SandboxService, type SandboxSubscription, serviceId } from './model.ts';
import { Versions } from './versions.ts';

/** Everything that the stand-in for Azure knows. Changed by `mutations/` alone, so that the feeds never miss a change. */
export class World {
  readonly clock: Clock;
  /** Epoch ms at which the world was made. */
  readonly began: number;
  readonly feed: Feed;
  readonly book = new AddressBook();
  readonly services = new Versions<SandboxService>();
  readonly subscriptions = new Versions<SandboxSubscription>();
  readonly network = new Map<string, ArmResource>();
  /** Resource groups by subscription, lower-cased name to the name as written. */
  readonly groups = new Map<string, Map<string, string>>();
  readonly #bySubscription = new Map<string, Set<string>>();

  constructor(clock: Clock) {
    this.clock = clock;
    this.began = clock.now();
    this.feed = new Feed(clock);
  }

  addSubscription(subscription: SandboxSubscription, at: number): void {
    this.subscriptions.put(subscription.id, subscription, at);
    if (!this.groups.has(subscription.id)) this.groups.set(subscription.id, new Map());
  }

  putService(service: SandboxService, at: number): void {
    const key = armKey(serviceId(service));
    this.services.put(key, service, at);
    for (const region of service.regions)
      this.book.take([...region.publicIPs, ...region.privateIPs, ...(region.outboundIPs ?? [])]);
    this.#addGroup(service.subscriptionId, service.resourceGroup);
    const keys = this.#bySubscription.get(service.subscriptionId) ?? new Set();
    keys.add(key);
    this.#bySubscription.set(service.subscriptionId, keys);
  }

  removeService(id: string, at: number): void {
    this.services.remove(armKey(id), at);
  }

  service(id: string): SandboxService | undefined {
    return this.services.get(armKey(id));
  }

  /** The services of a subscription in the order in which they were added, as they are now or were at a time. */
  servicesOf(subscriptionId: string, at?: number): readonly SandboxService[] {
    const keys = this.#bySubscription.get(subscriptionId.toLowerCase());
    return keys ? [...keys].flatMap(key => this.services.get(key, at) ?? []) : [];
  }

  subscription(id: string): SandboxSubscription | undefined {
    return this.subscriptions.get(id.toLowerCase());
  }

  allSubscriptions(): readonly SandboxSubscription[] {
    return this.subscriptions.all();
  }

  putResource(resource: ArmResource): void {
    this.network.set(armKey(resource.id), resource);
    const [, , subscriptionId, , group] = resource.id.split('/');
    if (subscriptionId && group) this.#addGroup(subscriptionId, group);
  }

  readonly resource = (id: string): ArmResource | undefined => this.network.get(armKey(id));

  readonly anotherPublicIp = (resource: ArmResource): ArmResource => {
    const address = this.book.nextPublic();
    const name = `${resource.name}-${address.split('.').slice(2).join('-')}`;
    const id = `${resource.id.slice(0, -resource.name.length)}${name}`;
    const other = { ...resource, id, name, properties: { ...resource.properties, ipAddress: address } };
    this.putResource(other);
    return other;
  };

  groupsOf(subscriptionId: string): readonly string[] {
    return [...(this.groups.get(subscriptionId.toLowerCase())?.values() ?? [])];
  }

  hasGroup(subscriptionId: string, group: string): boolean {
    return this.groups.get(subscriptionId.toLowerCase())?.has(group.toLowerCase()) ?? false;
  }

  #addGroup(subscriptionId: string, group: string): void {
    const groups = this.groups.get(subscriptionId) ?? new Map<string, string>();
    if (!groups.has(group.toLowerCase())) groups.set(group.toLowerCase(), group);
    this.groups.set(subscriptionId, groups);
  }
}
