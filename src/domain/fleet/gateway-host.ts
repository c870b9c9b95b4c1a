import type { ServiceRow } from './fleet-row.ts';

/** The gateway's first host name: one of the reader's own before Azure's built-in one. */
export function gatewayHost({ service }: ServiceRow): string | undefined {
  const proxies = service.hostNames.filter(host => host.type.toLowerCase() === 'proxy');
  const own = proxies.find(host => !/\.azure-api\.(net|us|cn)$/i.test(host.hostName));
  return (own ?? proxies[0])?.hostName;
}
