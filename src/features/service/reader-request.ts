export type ReaderRequest = {
  /** ARM id of the service, as the link has it. */
  readonly id: string;
  readonly account: string;
  readonly tenantId: string;
  readonly cloud: string;
};

/** What an ARM id and an account name may hold so that no shell reads syntax in it, inside double quotes. */
const harmless = /^[A-Za-z0-9\-._/()@+ ]+$/;

/** A message to whoever gives out roles: what is asked for, for whom, and the command that does it. */
export function serviceReaderRequest({ id, account, tenantId, cloud }: ReaderRequest): string {
  const command =
    harmless.test(id) && harmless.test(account)
      ? ['', `az role assignment create --assignee "${account}" --role Reader --scope "${id}"`]
      : [];
  return [
    'Please give me the Reader role on this API Management service:',
    id,
    '',
    `Account: ${account}`,
    `Tenant: ${tenantId}`,
    `Cloud: ${cloud}`,
    ...command,
    '',
  ].join('\n');
}
