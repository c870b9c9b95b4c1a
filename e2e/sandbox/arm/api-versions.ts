import { invalidApiVersion, missingApiVersion, noRegisteredProvider } from './refusals.ts';

/** api-versions by resource provider; a version that is missing here is refused with the list, as ARM does. */
const providers = {
  'Microsoft.Resources': [
    '2024-11-01',
    '2022-12-01',
    '2021-04-01',
    '2021-01-01',
    '2020-01-01',
    '2019-06-01',
    '2016-06-01',
  ],
  'Microsoft.ApiManagement': [
    '2026-09-01-preview',
    '2026-03-01-preview',
    '2025-09-01-preview',
    '2025-03-01-preview',
    '2024-10-01-preview',
    '2024-06-01-preview',
    '2024-05-01',
    '2023-09-01-preview',
    '2023-05-01-preview',
    '2023-03-01-preview',
    '2022-08-01',
    '2021-08-01',
  ],
  'Microsoft.Network': [
    '2025-05-01',
    '2025-01-01',
    '2024-10-01',
    '2024-07-01',
    '2024-05-01',
    '2024-03-01',
    '2024-01-01',
    '2023-11-01',
  ],
  'Microsoft.ResourceGraph': ['2024-04-01', '2022-10-01', '2021-03-01'],
  'Microsoft.Insights': ['2015-04-01'],
} as const satisfies Record<string, readonly string[]>;

export type Provider = keyof typeof providers;

/** @throws ArmRefusal 400 where the version is missing or not one of the provider's */
export function checkApiVersion(provider: Provider, type: string, version: string | null): void {
  if (!version) throw missingApiVersion();
  const supported: readonly string[] = providers[provider];
  if (supported.includes(version)) return;
  throw provider === 'Microsoft.Resources'
    ? invalidApiVersion(version, supported)
    : noRegisteredProvider(version, type, supported);
}
