import type { ServiceRead } from '../../azure/get-service.ts';
import { formatServiceQuery } from '../../domain/url/service-url.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { Banner } from '../../ui/banner.tsx';
import { useServiceQuery } from './use-service-address.ts';

/** ARM answered, but not with a service that this product understands: no address may be told from it. */
export function UnreadableService({ read }: { readonly read: ServiceRead }) {
  const { query } = useServiceQuery();
  return (
    <Banner
      tone="risk"
      action={
        <AppLink href={`${location.pathname}${formatServiceQuery({ ...query, tab: 'json' })}`}>
          See the answer as JSON
        </AppLink>
      }
    >
      <b>Azure’s answer could not be read as a service:</b>{' '}
      {read.unreadable?.problem ?? 'its shape is unknown'}. No address is told from it.
    </Banner>
  );
}
