import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { lazy, Suspense } from 'react';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';

const HistoryMenu = lazy(async () => ({ default: (await import('./history-menu.tsx')).HistoryMenu }));

type Props = { readonly entries: readonly TimelineEntry[]; readonly name: string };

/** The list as a file, and the whole history as one. */
export function HistoryButton(props: Props) {
  const popup = usePopup();
  return (
    <>
      <MenuButton popup={popup} icon={<ArrowDownload20Regular />} chevron={false}>
        Export
      </MenuButton>
      {popup.anchor && (
        <Suspense fallback={null}>
          <HistoryMenu popup={popup} {...props} />
        </Suspense>
      )}
    </>
  );
}
