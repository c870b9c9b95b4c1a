import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useAzure } from '../../../azure/azure-context.ts';
import { subscriptionsQuery } from '../../../azure/list-subscriptions.ts';
import { compareNames } from '../../../domain/fleet/natural-order.ts';
import type { Subscription } from '../../../domain/service.ts';
import { type Option, OptionList } from '../../../ui/option-list.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import type { Fleet } from '../use-fleet.ts';
import styles from './pickers.module.css';

type Props = { readonly fleet: Fleet; readonly onDone: () => void };

/** Boxes for every subscription that the account sees. Nothing is asked before the choice is done. */
export function SubscriptionChoice({ fleet, onDone }: Props) {
  const { selection, read, choose } = fleet;
  const { data, isPending, isError } = useQuery(subscriptionsQuery(useAzure()));
  const chosenNow = selection === 'all' ? [] : selection;
  const [chosen, setChosen] = useState<readonly string[]>(chosenNow);
  const options = useMemo(
    () => optionsOf([...(data?.subscriptions ?? []), ...(read?.subscriptions ?? [])], chosenNow),
    [data, read, chosenNow],
  );

  const done = (ids: readonly string[]) => {
    choose(ids.map(id => id.toLowerCase()));
    onDone();
  };
  return (
    <>
      <p className={styles['note']}>
        {isPending && 'The subscriptions of this account are on their way. '}
        {isError && 'The list of subscriptions could not be read; these are the ones that are known. '}
        Nothing ticked asks all of them. Your choice is kept for this account on this device.
      </p>
      <OptionList what="subscriptions" options={options} chosen={chosen} onChange={setChosen} />
      <div className={styles['foot']}>
        <PlainButton kind="primary" onClick={() => done(chosen)}>
          {chosen.length === 0 ? 'Ask all' : `Ask ${chosen.length} of ${options.length}`}
        </PlainButton>
        {chosen.length > 0 && (
          <PlainButton kind="link" onClick={() => setChosen([])}>
            Untick all
          </PlainButton>
        )}
      </div>
    </>
  );
}

/** Each subscription once, by name; chosen ones that nobody lists (a link may name them) by their GUID. */
function optionsOf(subscriptions: readonly Subscription[], chosen: readonly string[]): readonly Option[] {
  const options = new Map<string, Option>();
  for (const id of chosen) options.set(id.toLowerCase(), { value: id, label: id, detail: 'not listed' });
  for (const { id, name, state } of subscriptions) {
    const detail = state !== null && state.toLowerCase() !== 'enabled' ? { detail: state } : {};
    options.set(id.toLowerCase(), { value: id, label: name, ...detail });
  }
  return [...options.values()].sort((a, b) => compareNames(a.label, b.label));
}
