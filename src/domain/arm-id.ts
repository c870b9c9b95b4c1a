/** The four parts of the ARM id of an API Management service, each spelled as it was given. */
export type ServiceId = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
};

const servicePattern =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.ApiManagement\/service\/([^/?#]+)(\/.*)?$/i;

/** The service that an ARM id (or a path that begins with one) names; ARM ids are matched without case. */
export function parseServiceId(path: string): ServiceId | undefined {
  const match = servicePattern.exec(path.trim());
  const [, subscriptionId, resourceGroup, name] = match ?? [];
  if (!subscriptionId || !resourceGroup || !name) return undefined;
  return { subscriptionId, resourceGroup, name };
}

export function formatServiceId({ subscriptionId, resourceGroup, name }: ServiceId): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${name}`;
}

/** The form under which two spellings of one ARM id are equal (ARM compares ids without case). */
export function armKey(id: string): string {
  return id.toLowerCase().replace(/\/+$/, '');
}

/** The value behind a segment name, such as `virtualNetworks` or `subnets`, of any ARM id. */
export function armSegment(id: string, segment: string): string | undefined {
  const parts = id.split('/');
  const at = parts.findIndex(part => part.toLowerCase() === segment.toLowerCase());
  return at < 0 ? undefined : parts[at + 1];
}

/** The last segment of an ARM id: the resource's own name. */
export function armName(id: string): string {
  const path = id.replace(/\/+$/, '');
  return path.slice(path.lastIndexOf('/') + 1);
}
