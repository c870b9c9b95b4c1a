import { regionLabel } from '../../../domain/region.ts';
import type { HostName, Service } from '../../../domain/service.ts';
import { utcDateText } from '../../../domain/time/time-text.ts';

/** ARM's `hostnameConfigurations[].type`, as the portal and the articles call it, in the order in which they are read. */
const types: ReadonlyMap<string, string> = new Map([
  ['proxy', 'Gateway'],
  ['regionalproxy', 'Regional gateway'],
  ['developerportal', 'Developer portal'],
  ['portal', 'Legacy portal'],
  ['management', 'Management'],
  ['scm', 'Git (SCM)'],
  ['configurationapi', 'Configuration API'],
]);
const order = [...types.keys()];

export function hostTypeLabel({ type }: Pick<HostName, 'type'>): string {
  return types.get(type.toLowerCase()) ?? (type === '' ? 'Not reported' : type);
}

/** By what they serve, the customer's own names first; ARM's order otherwise. */
export function inReadingOrder(hostNames: readonly HostName[]): readonly HostName[] {
  const rank = (host: HostName) => {
    const at = order.indexOf(host.type.toLowerCase());
    return (at < 0 ? order.length : at) * 2 + (isDefault(host) ? 1 : 0);
  };
  return [...hostNames].sort((a, b) => rank(a) - rank(b));
}

/** Names under Microsoft's own domains, which a service gets by itself (learn: api-management-howto-migrate, sovereign clouds). */
const ownDomains = /\.azure-api\.(net|us|cn)$/i;

function isDefault({ certificateSource, hostName }: HostName): boolean {
  return certificateSource === null ? ownDomains.test(hostName) : /^builtin$/i.test(certificateSource);
}

export type CertificateWords = { readonly text: string; readonly tone: 'quiet' | 'risk' | 'failed' };

const day = 86_400_000;
/** Long enough to order and install another one. */
const soonMs = 30 * day;

/** Where the name comes from, and how long its certificate is valid; `now` in epoch ms. */
export function certificateWords(host: HostName, now: number): CertificateWords {
  const origin = originWords(host);
  const expiry = host.certificateExpiry;
  if (expiry === null || isDefault(host)) return { text: origin, tone: 'quiet' };
  const left = Date.parse(expiry) - now;
  const until = utcDateText(expiry);
  if (left < 0) return { text: `${origin}, certificate expired ${until}`, tone: 'failed' };
  const soon = left < soonMs;
  const words = `${origin}, certificate until ${until}${soon ? `, in ${Math.floor(left / day)} d` : ''}`;
  return { text: words, tone: soon ? 'risk' : 'quiet' };
}

/** The region that a regional gateway name belongs to; undefined for any other name. */
export function regionOfHost(host: HostName, { regions }: Pick<Service, 'regions'>): string | undefined {
  const region = regions.find(({ gatewayRegionalUrl: url }) => {
    return url !== null && URL.canParse(url) && new URL(url).hostname === host.hostName.toLowerCase();
  });
  return region && regionLabel(region.displayName);
}

/** ARM's `certificateSource`, in words. */
function originWords(host: HostName): string {
  if (isDefault(host)) return 'default';
  switch (host.certificateSource?.toLowerCase()) {
    case undefined:
    case 'custom':
      return 'custom';
    case 'keyvault':
      return 'custom, from Key Vault';
    case 'managed':
      return 'custom, managed by Azure';
    default:
      return host.certificateSource ?? '';
  }
}
