import {
  Drawer,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import { useMemo, useState } from 'react';
import { type Facet, facetOptions } from '../../../domain/fleet/facets.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import type { FleetUrl } from '../../../domain/url/fleet-url.ts';
import { FluentIsland } from '../../../ui/fluent-island.tsx';
import { OptionList } from '../../../ui/option-list.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import { facetNames } from '../filters/facet-filter.tsx';
import { changeFleetAddress } from '../fleet-address.ts';
import type { Fleet } from '../use-fleet.ts';
import styles from './filter-panel.module.css';
import { OrderChoice } from './order-choice.tsx';
import { SubscriptionChoice } from './subscription-choice.tsx';

type Props = {
  readonly popup: Popup;
  readonly state: FleetUrl;
  readonly fleet: Fleet;
  readonly rows: readonly FleetRow[];
  readonly onClear: () => void;
};

const facets: readonly Facet[] = ['tier', 'vnet', 'region', 'status', 'tag'];

/** Order, subscriptions and every filter on a sheet of their own. What is ticked counts at once. */
export function FilterPanel({ popup, state, fleet, rows, onClear }: Props) {
  return (
    <FluentIsland>
      <Drawer
        type="overlay"
        position="end"
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
            Filters
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody tabIndex={0}>
          <Part name="Order" open>
            <OrderChoice sort={state.sort} />
          </Part>
          <Part name={fleet.selection === 'all' ? 'Subscription' : `Subscription: ${fleet.selection.length}`}>
            <SubscriptionChoice fleet={fleet} onDone={popup.close} />
          </Part>
          {facets.map(facet => (
            <FacetPart key={facet} facet={facet} rows={rows} chosen={state[facet]} />
          ))}
        </DrawerBody>
        <DrawerFooter>
          <PlainButton kind="primary" onClick={popup.close}>
            Show the services
          </PlainButton>
          <PlainButton onClick={onClear}>Clear filters</PlainButton>
        </DrawerFooter>
      </Drawer>
    </FluentIsland>
  );
}

type FacetProps = {
  readonly facet: Facet;
  readonly rows: readonly FleetRow[];
  readonly chosen: readonly string[];
};

function FacetPart({ facet, rows, chosen }: FacetProps) {
  const [name, many] = facetNames[facet];
  const options = useMemo(() => facetOptions(rows, facet, chosen), [rows, facet, chosen]);
  return (
    <Part name={chosen.length > 0 ? `${name}: ${chosen.length}` : name} open={chosen.length > 0}>
      {options.length === 0 ? (
        <p>None of these services has {many}.</p>
      ) : (
        <OptionList
          what={many}
          options={options}
          chosen={chosen}
          onChange={values => changeFleetAddress({ [facet]: values })}
        />
      )}
    </Part>
  );
}

type PartProps = { readonly name: string; readonly open?: boolean; readonly children: React.ReactNode };

/** A part that stays folded until it is wanted: ten lists at once would be a wall. */
function Part({ name, open = false, children }: PartProps) {
  const [unfolded, setUnfolded] = useState(open);
  return (
    <details
      className={styles['part']}
      open={unfolded}
      onToggle={event => setUnfolded(event.currentTarget.open)}
    >
      <summary>{name}</summary>
      {unfolded && children}
    </details>
  );
}
