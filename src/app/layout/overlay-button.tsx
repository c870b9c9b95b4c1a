import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { type Overlay, overlay } from '../../parts/overlay.ts';

type Props = {
  readonly opens: Overlay;
  readonly label: string;
  /** What the tip says where it says more than the label. */
  readonly tip?: string;
  readonly icon: ReactElement;
};

/** Opens what lies over every screen. */
export function OverlayButton({ opens, label, tip = label, icon }: Props) {
  return (
    <Button
      appearance="subtle"
      icon={icon}
      aria-label={label}
      aria-haspopup="dialog"
      title={tip}
      onClick={() => overlay.set(opens)}
    />
  );
}
