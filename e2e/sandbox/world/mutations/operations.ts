import type { Mutation } from './mutation.ts';

const names: Partial<Record<Mutation['kind'], string>> = {
  'change-tier': 'managedeployments/action',
  scale: 'managedeployments/action',
  'add-region': 'managedeployments/action',
  'remove-region': 'managedeployments/action',
  'reinstate-region': 'managedeployments/action',
  'remove-service': 'delete',
};

/** The name under which the activity log knows a change (azure-facts 6). Most changes are plain writes. */
export function operationName(kind: Mutation['kind']): string {
  return `Microsoft.ApiManagement/service/${names[kind] ?? 'write'}`;
}
