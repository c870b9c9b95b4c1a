import { AppLink } from '../ui/app-link.tsx';

/** An address that this app has no screen for. */
export function NotFound() {
  return (
    <section className="crash">
      <h1>There is no such page</h1>
      <p>
        A link to a service looks like its ARM id:{' '}
        <code>/subscriptions/…/resourceGroups/…/providers/Microsoft.ApiManagement/service/…</code>
      </p>
      <p>
        <AppLink href="/">All services</AppLink>
      </p>
    </section>
  );
}
