import type { TenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';
import { numberText } from '../../ui/locale.ts';
import styles from './introduction.module.css';

/** What can be asked, while nothing is. */
const examples: readonly (readonly [what: string, example: string, answer: string])[] = [
  ['An address from a ticket', '203.0.113.18', 'whose it is, what for, or until when it was'],
  ['Part of an address', '203.0.113.x', 'every address that begins so'],
  ['A range', '10.20.0.0/16', 'what lies in it, and what it lies in'],
  ['A host name', 'api.contoso.com', 'gateway, regional, portal, management and custom names'],
  ['A service, or part of its name', 'contoso-api', 'the services of that name'],
  [
    'An ARM id or a portal link',
    '/subscriptions/…',
    'the service, or what stands in a subnet or uses a public IP',
  ],
];

export function Introduction({ fleet: { read, underWay } }: { readonly fleet: TenantFleet }) {
  const count = read?.services.length ?? 0;
  return (
    <section className={styles['introduction']}>
      <p role="status">
        {underWay || !read
          ? `Reading the services that you may read${count > 0 ? `, ${numberText(count)} so far` : ''}.`
          : `Looks through the ${numberText(count)} services that you may read in this tenant, whatever subscriptions the fleet shows.`}
      </p>
      <dl>
        {examples.map(([what, example, answer]) => (
          <div key={what}>
            <dt>
              {what} <code>{example}</code>
            </dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
