import { formatServiceQuery, readServiceQuery, type ServiceQuery } from '../../../domain/url/service-url.ts';
import { replaceQuery } from '../../../ui/navigation.ts';

/** Writes a change into the address of the service. No entry in the history: "back" leaves the tab. */
export function changeServiceAddress(part: Partial<ServiceQuery>): void {
  const { query } = readServiceQuery(location.search);
  replaceQuery(formatServiceQuery({ ...query, ...part }));
}

/** The address of another state of this page. */
export function serviceHref(query: ServiceQuery, part: Partial<ServiceQuery>): string {
  return `${location.pathname}${formatServiceQuery({ ...query, ...part })}`;
}
