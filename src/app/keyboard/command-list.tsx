import { useEffect, useRef } from 'react';
import type { Command } from './command.ts';
import styles from './command-list.module.css';

export const optionId = (list: string, at: number) => `${list}-${at}`;

type Props = {
  readonly id: string;
  readonly commands: readonly Command[];
  /** Index of the one that Enter runs. */
  readonly active: number;
  readonly onRun: (command: Command) => void;
};

/** The commands under their groups. The focus stays in the box above; a press runs one. */
export function CommandList({ id, commands, active, onRun }: Props) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list may bring another active row
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, commands]);
  return (
    <div id={id} ref={list} role="listbox" aria-label="Commands" className={styles['list']}>
      {commands.map((command, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box that controls this list.
        // biome-ignore lint/a11y/useFocusableInteractive: the active option is told by aria-activedescendant.
        <div
          key={command.key}
          id={optionId(id, at)}
          role="option"
          aria-selected={at === active}
          className={styles['option']}
          onClick={() => onRun(command)}
        >
          <span
            className={styles['group']}
            data-again={commands[at - 1]?.group === command.group || undefined}
          >
            <span>{command.group}</span>
          </span>
          <span className={styles['label']}>{command.label}</span>
          {command.detail && <span className={styles['detail']}>{command.detail}</span>}
        </div>
      ))}
    </div>
  );
}
