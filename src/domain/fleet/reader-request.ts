export type ReaderRequest = {
  readonly account: string;
  /** Name and GUID of the tenant. */
  readonly tenant: string;
  readonly cloud: string;
  /** Subscriptions that the account sees; none where it sees none. */
  readonly subscriptions: readonly { readonly id: string; readonly name: string }[];
};

const most = 20;

/** A message to whoever gives out roles: what is asked for, for whom, and the command that does it. */
export function readerRequestText({ account, tenant, cloud, subscriptions }: ReaderRequest): string {
  const named = subscriptions.slice(0, most).map(one => `- ${one.name} (${one.id})`);
  const more = subscriptions.length - named.length;
  const where =
    named.length === 0
      ? ['I see no subscription at all. Please name the one that holds the services.']
      : ['Subscriptions that I can see now:', ...named, ...(more > 0 ? [`- and ${more} more`] : [])];
  return [
    'Please give me the Reader role on the API Management services that I look after.',
    '',
    `Account: ${account}`,
    `Tenant: ${tenant}`,
    `Cloud: ${cloud}`,
    ...where,
    '',
    'Reader on the service, on its resource group or on the subscription is enough. For a subscription:',
    `az role assignment create --assignee ${account} --role Reader --scope /subscriptions/SUBSCRIPTION_ID`,
    '',
  ].join('\n');
}
