import { Search20Regular } from '@fluentui/react-icons/headless/svg/search';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useFindIndex } from '../../parts/lookup/use-find-index.ts';
import { useTenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';
import { Modal } from '../../ui/modal.tsx';
import { useAppCommands } from './app-commands.ts';
import { type Command, commandsFor } from './command.ts';
import { CommandList, optionId } from './command-list.tsx';
import styles from './commands.module.css';
import { findCommand, foundServices } from './found-commands.ts';
import { screenCommands } from './screen-commands.ts';
import { forgetTyped, typedAhead } from './typed-ahead.ts';

/** One box for everything that can be done from here: a service by its name or address, a screen, a tenant, a button. */
export function Commands({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useId();
  const [text, setText] = useState(typedAhead);
  useEffect(forgetTyped, []);
  const [chosen, setChosen] = useState<string>();
  const { commands, isReading } = useCommands(text.trim());
  const at = Math.max(
    0,
    commands.findIndex(({ key }) => key === chosen),
  );
  const active = commands[at];

  const run = (command: Command | undefined) => {
    if (!command) return;
    // Closed first: the focus goes back to where it was, and from there to wherever the command leads.
    dialog.current?.close();
    // The browser tells of a close a moment later: the key that opens the box again would come in between, and close it.
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === 0) run(active);
    else setChosen(commands.at((at + step) % commands.length)?.key);
  };
  return (
    <Modal dialog={dialog} label="Commands" onClose={onClose} className={styles['commands']}>
      <div className={styles['box']}>
        <Search20Regular />
        <input
          type="text"
          role="combobox"
          aria-label="Service, address or command"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={active && optionId(list, at)}
          aria-autocomplete="list"
          placeholder="Service, address or command"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={text}
          onChange={event => {
            setText(event.currentTarget.value);
            setChosen(undefined);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className={styles['close']} onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      <CommandList id={list} commands={commands} active={at} onRun={run} />
      <p role="status" className={styles['status']}>
        {isReading && text.trim() !== '' && 'The services are still being read.'}
      </p>
    </Modal>
  );
}

function useCommands(text: string): { readonly commands: readonly Command[]; readonly isReading: boolean } {
  // What the screen offered when the list was opened; it stays as it is while the list lies over it.
  const [onScreen] = useState(screenCommands);
  const everywhere = useAppCommands();
  const fleet = useTenantFleet();
  const { index, busy } = useFindIndex(fleet.read?.services);
  const commands = useMemo(() => {
    const done = commandsFor(text, [...onScreen, ...everywhere]);
    if (text === '') return done;
    const { likely, others } = foundServices(text, index);
    const isNamed = ({ label }: Command) => label.toLowerCase() === text.toLowerCase();
    const named = done.filter(isNamed);
    return [...named, ...likely, ...done.filter(one => !isNamed(one)), ...others, findCommand(text)];
  }, [text, onScreen, everywhere, index]);
  return { commands, isReading: fleet.underWay || busy };
}
