import type { ReactNode } from 'react';
import type { ServiceRow } from '../../domain/fleet/fleet-row.ts';
import { AllowlistButton } from './allowlist/allowlist-button.tsx';
import { NetworkButton } from './network/network-button.tsx';
import { SelectionBar } from './selection-bar.tsx';

type Props = {
  readonly rows: readonly ServiceRow[];
  readonly onClear: () => void;
  /** The export of these rows. */
  readonly children: ReactNode;
};

/** What can be done with the chosen rows; it stands where the filters stood, at their height. */
export function SelectedRows({ rows, onClear, children }: Props) {
  return (
    <SelectionBar rows={rows} onClear={onClear}>
      <AllowlistButton rows={rows} />
      {children}
      <NetworkButton rows={rows} />
    </SelectionBar>
  );
}
