import type { ChangeStyle } from '../feed/diff.ts';
import type { Actor } from '../feed/feed.ts';
import type { Mutation } from '../mutations/mutation.ts';
import { ids } from './subscriptions.ts';

/** Something that happened in the showcase, dated as if today were the pictures' day. */
export type Chapter = {
  /** ISO time. */
  readonly at: string;
  readonly by: Actor | null;
  readonly what: Mutation;
  readonly style?: ChangeStyle;
};

export const admin: Actor = { name: 'admin@contoso.com', type: 'User', client: 'Azure Portal' };
export const pipeline: Actor = {
  name: 'sp-apim-deploy',
  type: 'Application',
  client: 'Azure Resource Manager',
};
export const support: Actor = { name: 'support@contoso.com', type: 'User', client: 'Azure CLI' };

/** ARM id of a service of the showcase. */
export function serviceOf(subscription: keyof typeof ids, group: string, name: string): string {
  return `/subscriptions/${ids[subscription]}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}`;
}

/** ARM id of a public IP resource of the showcase. */
export function publicIp(subscription: keyof typeof ids, group: string, name: string): string {
  return `/subscriptions/${ids[subscription]}/resourceGroups/${group}/providers/Microsoft.Network/publicIPAddresses/${name}`;
}

/** ARM id of a subnet of the showcase. */
export function subnet(subscription: keyof typeof ids, group: string, vnet: string, name: string): string {
  return `/subscriptions/${ids[subscription]}/resourceGroups/${group}/providers/Microsoft.Network/virtualNetworks/${vnet}/subnets/${name}`;
}
