import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import type { Fleet } from '../use-fleet.ts';
import styles from './pickers.module.css';
import { SubscriptionChoice } from './subscription-choice.tsx';

type Props = { readonly popup: Popup; readonly fleet: Fleet };

/** Which subscriptions are asked, beside the button that opened it. */
export function SubscriptionPicker({ popup, fleet }: Props) {
  return (
    <AnchoredPopover popup={popup} label="Subscriptions" className={styles['surface']}>
      <SubscriptionChoice fleet={fleet} onDone={popup.close} />
    </AnchoredPopover>
  );
}
