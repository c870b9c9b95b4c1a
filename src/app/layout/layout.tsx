import { ArrowLeft24Regular } from '@fluentui/react-icons/headless/svg/arrow-left';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { AppLink } from '../../ui/app-link.tsx';
import { ProductMark } from '../../ui/product-mark.tsx';
import { useKeys } from '../keyboard/use-keys.ts';
import { matchRoute } from '../match-route.ts';
import { FindBox } from './find-box.tsx';
import styles from './layout.module.css';
import { Notices } from './notices.tsx';

/** A part that cannot be fetched is left out: the page stands without it. */
const orNothing = (part: Promise<ComponentType>) =>
  part.catch((): ComponentType => () => null).then(loaded => ({ default: loaded }));
const Behind = lazy(() => orNothing(import('./behind.tsx').then(part => part.Behind)));
const TopBarActions = lazy(() => orNothing(import('./top-bar-actions.tsx').then(part => part.TopBarActions)));

type Props = { readonly notices: readonly string[]; readonly children: ReactNode };

/** The bar that every screen shares, and the screen below it. */
export function Layout({ notices, children }: Props) {
  useKeys();
  const route = matchRoute(usePathname());
  const current = (name: string) => {
    if (route.name === name) return { 'aria-current': 'page' } as const;
    // A service belongs to the fleet: its own name stands in its head.
    return route.name === 'service' && name === 'fleet' ? ({ 'aria-current': 'true' } as const) : {};
  };
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#main">
        Skip to the content
      </a>
      <header className={styles['bar']}>
        <AppLink href="/" className={styles['name']} aria-label="APIM IP Dashboard, all services">
          <ProductMark />
          <span className={styles['product']}>APIM IP Dashboard</span>
        </AppLink>
        <nav aria-label="Screens" className={styles['nav']}>
          <AppLink href="/" {...current('fleet')} data-back={route.name === 'service' || undefined}>
            {route.name === 'service' && (
              <span className={styles['arrow']}>
                <ArrowLeft24Regular />
              </span>
            )}
            Fleet
          </AppLink>
          <AppLink href="/check" {...current('check')}>
            Check an allowlist
          </AppLink>
        </nav>
        <FindBox />
        <div className={styles['actions']}>
          <Suspense fallback={null}>
            <TopBarActions />
          </Suspense>
        </div>
      </header>
      <Notices texts={notices} />
      <main id="main" tabIndex={-1} className={styles['main']}>
        {children}
      </main>
      <Suspense fallback={null}>
        <Behind />
      </Suspense>
    </div>
  );
}
