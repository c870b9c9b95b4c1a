import { lazy, Suspense } from 'react';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';
import type { Fleet } from '../use-fleet.ts';

const SubscriptionPicker = lazy(async () => ({
  default: (await import('../pickers/subscription-picker.tsx')).SubscriptionPicker,
}));

/** Which subscriptions are asked. It reads anew, where the other filters only narrow what was read. */
export function SubscriptionFilter({ fleet }: { readonly fleet: Fleet }) {
  const popup = usePopup();
  const { selection, read } = fleet;
  return (
    <>
      <MenuButton popup={popup} chosen={selection !== 'all'}>
        {selection === 'all'
          ? 'Subscription'
          : `Subscription: ${chosenText(selection, read?.subscriptions ?? [])}`}
      </MenuButton>
      {popup.anchor && (
        <Suspense fallback={null}>
          <SubscriptionPicker popup={popup} fleet={fleet} />
        </Suspense>
      )}
    </>
  );
}

function chosenText(
  ids: readonly string[],
  subscriptions: readonly { readonly id: string; readonly name: string }[],
): string {
  const [only] = ids;
  if (ids.length !== 1 || only === undefined) return String(ids.length);
  return subscriptions.find(one => one.id.toLowerCase() === only.toLowerCase())?.name ?? only;
}
