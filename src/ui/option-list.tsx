import { Filter16Regular } from '@fluentui/react-icons/headless/svg/filter';
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { CheckBox } from './check-box.tsx';
import styles from './option-list.module.css';

export type Option = {
  readonly value: string;
  readonly label: string;
  /** A second, quiet word such as a state. */
  readonly detail?: string | undefined;
  readonly count?: number;
};

type Props = {
  /** Names the group, and what is looked for: `regions`. */
  readonly what: string;
  readonly options: readonly Option[];
  /** Values, compared without case. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  /** After the Enter key has taken the one that was looked for. */
  readonly onTaken?: () => void;
};

/** From this many on there is a box to look for one. */
const searchFrom = 9;
/** More would be scrolled through by nobody; the box finds the others. */
const mostShown = 100;

/** Boxes to tick, of any number: a box looks for the right ones, arrow keys go through them. */
export function OptionList({ what, options, chosen, onChange, onTaken }: Props) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text).trim().toLowerCase();
  const ticked = useMemo(() => new Set(chosen.map(value => value.toLowerCase())), [chosen]);
  const [atTop] = useState(ticked);
  const found = useMemo(() => {
    const fits = fitting(options, wanted);
    // What was chosen when the list came up leads a long list; it does not move while it is being ticked.
    if (options.length <= mostShown) return fits;
    const leads = (one: Option) => atTop.has(one.value.toLowerCase());
    return [...fits.filter(leads), ...fits.filter(one => !leads(one))];
  }, [options, wanted, atTop]);
  const name = useId();

  const toggle = (option: Option, on: boolean) => {
    const key = option.value.toLowerCase();
    onChange(on ? [...chosen, option.value] : chosen.filter(value => value.toLowerCase() !== key));
  };
  /** Of the text as it stands: the shown list may be a moment behind it. */
  const takeTheOne = (event: KeyboardEvent<HTMLInputElement>) => {
    const [only, ...others] = fitting(options, text.trim().toLowerCase());
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
    event.preventDefault();
    if (!only || others.length > 0) return;
    if (!ticked.has(only.value.toLowerCase())) toggle(only, true);
    onTaken?.();
  };
  return (
    <fieldset className={styles['options']} aria-label={what} onKeyDown={moveWithArrows}>
      {options.length >= searchFrom && (
        <label className={styles['search']}>
          <Filter16Regular />
          <input
            type="search"
            value={text}
            placeholder={`Look for ${what}`}
            aria-label={`Look for ${what}`}
            autoComplete="off"
            spellCheck={false}
            onChange={event => setText(event.currentTarget.value)}
            onKeyDown={takeTheOne}
          />
        </label>
      )}
      <div className={styles['list']}>
        {found.slice(0, mostShown).map((option, index) => (
          <label key={option.value} className={styles['option']} htmlFor={`${name}-${index}`}>
            <CheckBox
              id={`${name}-${index}`}
              tabIndex={index === 0 ? 0 : -1}
              checked={ticked.has(option.value.toLowerCase())}
              onChange={event => toggle(option, event.currentTarget.checked)}
            />
            <span className={styles['label']}>{option.label}</span>
            {option.detail !== undefined && <span className={styles['detail']}>{option.detail}</span>}
            {option.count !== undefined && <span className={styles['detail']}>{option.count}</span>}
          </label>
        ))}
        {found.length === 0 && <p className={styles['none']}>None of {options.length} fits.</p>}
        {found.length > mostShown && (
          <p className={styles['none']}>{found.length - mostShown} more. Look for them by name.</p>
        )}
      </div>
    </fieldset>
  );
}

/** `wanted` in lower case. */
function fitting(options: readonly Option[], wanted: string): readonly Option[] {
  return options.filter(one => `${one.label}\n${one.value}`.toLowerCase().includes(wanted));
}

/** One stop of the Tab key for the whole list; the arrows go on from there. */
function moveWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const stops = [...event.currentTarget.querySelectorAll('input')];
  const at = stops.findIndex(stop => stop.matches(':focus'));
  const next = stops[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
