import type { Connectivity, RegionNetworkStatus } from './connectivity.ts';

/** When the samples look at the results: twelve minutes after them. Epoch ms. */
export const sampleNow = Date.parse('2026-11-22T10:14:00Z');
export const sampleUpdated = '2026-11-22T10:02:00.0000000Z';

/** A check that Azure finds fine. */
export function sampleCheck(part: Partial<Connectivity> = {}): Connectivity {
  return {
    name: 'apimweu21c.blob.core.windows.net',
    status: 'success',
    statusText: 'success',
    error: '',
    lastUpdated: sampleUpdated,
    lastStatusChange: '2026-04-09T16:58:00Z',
    resourceType: 'BlobStorage',
    isOptional: false,
    ...part,
  };
}

export function sampleRegionStatus(
  location: string,
  connectivity: readonly Connectivity[] = [sampleCheck()],
  part: Partial<RegionNetworkStatus> = {},
): RegionNetworkStatus {
  return { location, dnsServers: ['10.20.0.4'], connectivity, unreadable: [], ...part };
}
