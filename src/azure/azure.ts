import type { Arm } from './arm.ts';

/** Whose data a read is: part of every cache key, so that no account or tenant ever sees another's. */
export type AzureScope = {
  /** The cloud's name from the configuration. */
  readonly cloud: string;
  /** Tenant GUID. */
  readonly tenantId: string;
  /** The sign-in library's id of the account; never a name. */
  readonly accountId: string;
};

/** What every endpoint file needs: the transport and whose data it reads. */
export type Azure = {
  readonly arm: Arm;
  readonly scope: AzureScope;
};

/** The head of every cache key. A token is never part of it. */
export function azureKey({ scope }: Pick<Azure, 'scope'>): readonly [string, string, string, string] {
  return ['azure', scope.cloud, scope.tenantId, scope.accountId];
}
