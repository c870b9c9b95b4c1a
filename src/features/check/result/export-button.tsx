import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { lazy, Suspense } from 'react';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';
import type { ExportProps } from './export-props.ts';

const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }));

/** Saves the result, or copies the link to this check, in which the list is not. */
export function ExportButton(props: ExportProps) {
  const popup = usePopup();
  return (
    <>
      <MenuButton
        popup={popup}
        icon={<ArrowDownload20Regular />}
        chevron={false}
        disabled={props.ids.length === 0}
      >
        Export result
      </MenuButton>
      {popup.anchor && (
        <Suspense fallback={null}>
          <ExportMenu popup={popup} {...props} />
        </Suspense>
      )}
    </>
  );
}
