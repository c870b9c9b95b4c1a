import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import styles from './select-box.module.css';

type Props = {
  /** Said to a screen reader, and in the tooltip. */
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
};

/** A native list to choose one from, drawn like the buttons beside it. */
export function SelectBox({ label, value, options, onChange }: Props) {
  return (
    <span className={styles['box']}>
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      >
        {options.map(one => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      <ChevronDown16Regular />
    </span>
  );
}
