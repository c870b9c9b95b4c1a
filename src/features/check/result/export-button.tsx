import { ArrowDownload20Regular } from '@fluentui/react-icons/headless/svg/arrow-download';
import { lazy, Suspense } from 'react';
import type { Judgement } from '../../../domain/allowlist/judgement.ts';
import type { CheckQuestion } from '../../../domain/allowlist/needs.ts';
import { MenuButton } from '../../../ui/menu-button.tsx';
import { usePopup } from '../../../ui/use-popup.ts';

const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }));

export type ExportProps = {
  readonly judgement: Judgement | undefined;
  readonly ids: readonly string[];
  readonly questions: readonly CheckQuestion[];
};

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
