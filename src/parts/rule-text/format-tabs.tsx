import { useId } from 'react';
import type { RuleFormat } from '../../domain/rule-text/types.ts';
import styles from './format-tabs.module.css';
import type { FormatText } from './format-text.ts';

type Props = {
  readonly texts: readonly FormatText[];
  readonly open: RuleFormat;
  readonly onChoose: (format: RuleFormat) => void;
};

/** The seven formats. One that cannot hold the answer keeps its place and cannot be chosen; its reason stands below the text. */
export function FormatTabs({ texts, open, onChoose }: Props) {
  const name = useId();
  return (
    <fieldset className={styles['formats']} aria-label="Format of the rule text">
      {texts.map(({ id, label, text }) => (
        <label key={id} title={text.kind === 'cannot' ? text.reason : undefined}>
          <input
            type="radio"
            name={name}
            checked={id === open}
            disabled={text.kind === 'cannot'}
            onChange={() => onChoose(id)}
          />
          <span data-label={label}>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
