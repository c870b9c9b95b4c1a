/** Whose history it is. Nobody sees that of another account, tenant or cloud. */
export type Partition = {
  /** Name of the cloud as in config.json. */
  readonly cloud: string;
  /** Tenant GUID. */
  readonly tenant: string;
  /** The account's own id within the tenant (`localAccountId`), not its name. */
  readonly account: string;
};

const prefix = 'apim-ip-history';

/** Name of the database of one partition. Each part is escaped, so that no choice of names makes two partitions one. */
export function databaseName({ cloud, tenant, account }: Partition): string {
  return [prefix, ...[cloud, tenant, account].map(part => encodeURIComponent(part.toLowerCase()))].join('/');
}
