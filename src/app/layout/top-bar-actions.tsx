import { useFocusFinders } from '@fluentui/react-components';
import { BookQuestionMark20Regular } from '@fluentui/react-icons/headless/svg/book-question-mark';
import { Keyboard20Regular } from '@fluentui/react-icons/headless/svg/keyboard';
import { FluentIsland } from '../../ui/fluent-island.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { commandKey } from '../keyboard/command-key.ts';
import { ProblemsButton } from '../problems/problems-button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { OverlayButton } from './overlay-button.tsx';
import { PhoneMenu } from './phone-menu.tsx';
import { SampleMark } from './sample-mark.tsx';
import { SettingsLink } from './settings-link.tsx';
import { TenantMenu } from './tenant-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** The right end of the bar: tenant, theme, settings, account. Loaded behind the first screen. */
export function TopBarActions() {
  const phone = useMedia('(max-width: 639px)');
  // What hides the page behind a popover (Tabster) goes with its last user, and leaves hidden what it had hidden: in a
  // change of layout, which takes away one set of menus before it brings the other, this user stays.
  useFocusFinders();
  if (phone) {
    return (
      <FluentIsland>
        <SampleMark />
        <PhoneMenu />
      </FluentIsland>
    );
  }
  return (
    <FluentIsland>
      <ProblemsButton />
      <SampleMark />
      <TenantMenu />
      {/* From the commands to the sheet of keys, for whoever has no keyboard at hand. */}
      <OverlayButton
        opens="commands"
        label="Commands"
        tip={`Commands (${commandKey()}+K)`}
        icon={<Keyboard20Regular />}
      />
      <OverlayButton opens="words" label="What the words mean" icon={<BookQuestionMark20Regular />} />
      <ThemeMenu />
      <SettingsLink />
      <AccountMenu />
    </FluentIsland>
  );
}
