import { Button } from '@fluentui/react-components';
import { Keyboard20Regular } from '@fluentui/react-icons/headless/svg/keyboard';
import { overlay } from '../../parts/overlay.ts';
import { commandKey } from '../keyboard/command-key.ts';

/** The way to the commands, and from them to the sheet of keys, for whoever has no keyboard at hand. */
export function CommandsButton() {
  return (
    <Button
      appearance="subtle"
      icon={<Keyboard20Regular />}
      aria-label="Commands"
      aria-haspopup="dialog"
      title={`Commands (${commandKey()}+K)`}
      onClick={() => overlay.set('commands')}
    />
  );
}
