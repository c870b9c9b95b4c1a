import { Popover, PopoverSurface } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FluentIsland } from './fluent-island.tsx';
import type { Popup } from './use-popup.ts';

type Props = {
  readonly popup: Popup;
  readonly label: string;
  readonly align?: 'start' | 'end';
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A surface beside the button that opened it. It takes the focus, keeps it, and gives it back. */
export function AnchoredPopover({ popup, label, align = 'start', className, children }: Props) {
  if (popup.anchor === null) return null;
  return (
    <FluentIsland>
      <Popover
        open
        trapFocus
        positioning={{ target: popup.anchor, position: 'below', align, offset: 4 }}
        onOpenChange={(event, { open }) => {
          if (!open && !isPressOn(popup.anchor, event)) popup.close();
        }}
      >
        <PopoverSurface aria-label={label} className={className}>
          {children}
        </PopoverSurface>
      </Popover>
    </FluentIsland>
  );
}

/** A press on the button itself lies outside of the surface too: the button closes it, and must not find it closed. */
function isPressOn(anchor: HTMLElement | null, { type, target }: Pick<Event, 'type' | 'target'>): boolean {
  return type !== 'keydown' && target instanceof Node && anchor?.contains(target) === true;
}
