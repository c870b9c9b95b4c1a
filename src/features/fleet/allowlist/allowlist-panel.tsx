import { Drawer, DrawerBody, DrawerHeader, DrawerHeaderTitle } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useState } from 'react';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { ErrorPanel } from '../../../parts/error-panel.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { FluentIsland } from '../../../ui/fluent-island.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import { Allowlist } from './allowlist.tsx';
import styles from './allowlist-panel.module.css';
import { type GuidanceReading, useReadGuidance } from './use-read-guidance.ts';

type Props = { readonly popup: Popup; readonly rows: readonly ServiceRow[] };

/** One allowlist for the chosen services, on a sheet of its own: what they need is read first, service by service. */
export function AllowlistPanel({ popup, rows }: Props) {
  // The choice is taken as it stood when the sheet opened: rows that are read anew behind it do not start it again.
  const [chosen] = useState(rows);
  const reading = useReadGuidance(chosen);
  const count = `${chosen.length} ${chosen.length === 1 ? 'service' : 'services'}`;
  return (
    <FluentIsland>
      <Drawer
        type="overlay"
        position="end"
        size="large"
        open={popup.anchor !== null}
        className={styles['drawer']}
        onOpenChange={(_event, { open }) => {
          if (!open) popup.close();
        }}
      >
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <button type="button" className={styles['close']} aria-label="Close" onClick={popup.close}>
                <Dismiss20Regular />
              </button>
            }
          >
            Allowlist for {count}
          </DrawerHeaderTitle>
        </DrawerHeader>
        {/* A long body scrolls, so it must be reached by keyboard (docs/adr/0007-tooling.md). */}
        <DrawerBody tabIndex={0} className={styles['body']}>
          {reading.state === 'read' ? (
            <Allowlist answers={reading.answers} />
          ) : (
            <Reading reading={reading} total={chosen.length} />
          )}
        </DrawerBody>
      </Drawer>
    </FluentIsland>
  );
}

type ReadingProps = {
  readonly reading: Exclude<GuidanceReading, { readonly state: 'read' }>;
  readonly total: number;
};

function Reading({ reading, total }: ReadingProps) {
  switch (reading.state) {
    case 'reading':
      return (
        <div className={styles['reading']}>
          <label htmlFor="allowlist-progress">
            Read {reading.done} of {total} services with the network around them
          </label>
          <progress id="allowlist-progress" value={reading.done} max={total} />
          <PlainButton onClick={reading.cancel}>Cancel</PlainButton>
        </div>
      );
    case 'cancelled':
      return (
        <Banner
          tone="neutral"
          live
          action={
            <PlainButton kind="link" onClick={reading.restart}>
              Start again
            </PlainButton>
          }
        >
          <b>Cancelled</b> after {reading.done} of {total} services. A list of some of them would look
          complete, so there is none.
        </Banner>
      );
    case 'failed':
      return (
        <ErrorPanel
          error={reading.error}
          place={{ subject: 'the chosen services' }}
          onRetry={reading.restart}
          size="part"
        />
      );
  }
}
