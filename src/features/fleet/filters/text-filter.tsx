import { Filter20Regular } from '@fluentui/react-icons/headless/svg/filter';
import styles from './filter-row.module.css';

type Props = { readonly text: string; readonly onChange: (text: string) => void };

/** Narrows the rows by a text over names, groups, subscriptions, addresses, host names and tags. */
export function TextFilter({ text, onChange }: Props) {
  return (
    <search className={styles['text']}>
      <Filter20Regular />
      <input
        type="search"
        value={text}
        placeholder="Filter these services"
        aria-label="Filter these services by name, group, subscription, address, host name or tag"
        autoComplete="off"
        spellCheck={false}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </search>
  );
}
