import { ShieldCheckmark20Regular } from '@fluentui/react-icons/headless/svg/shield-checkmark';
import { lazy, Suspense } from 'react';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';

const AllowlistPanel = lazy(async () => ({
  default: (await import('./allowlist-panel.tsx')).AllowlistPanel,
}));

/** Opens the allowlist for the chosen rows; its code and its reads come with the press. */
export function AllowlistButton({ rows }: { readonly rows: readonly ServiceRow[] }) {
  const popup = usePopup();
  return (
    <>
      <MenuButton popup={popup} icon={<ShieldCheckmark20Regular />} chevron={false}>
        Allowlist
      </MenuButton>
      {popup.anchor && (
        <Suspense fallback={null}>
          <AllowlistPanel popup={popup} rows={rows} />
        </Suspense>
      )}
    </>
  );
}
