import { checkQuestions } from '../../../domain/allowlist/needs.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { OptionList } from '../../../ui/option-list.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import { changeCheckAddress } from '../use-check-address.ts';
import styles from './choices.module.css';
import { questionWords } from './question-words.ts';

const options = checkQuestions.map(value => ({ value, label: questionWords[value] }));

/** The purposes to tick; at least one stays. */
export function PurposePicker({
  popup,
  chosen,
}: {
  readonly popup: Popup;
  readonly chosen: readonly string[];
}) {
  return (
    <AnchoredPopover popup={popup} label="What the list is for" className={styles['surface']}>
      <OptionList
        what="purposes"
        options={options}
        chosen={chosen}
        onChange={values => {
          const next = checkQuestions.filter(one => values.includes(one));
          if (next.length > 0) changeCheckAddress({ for: next });
        }}
      />
    </AnchoredPopover>
  );
}
