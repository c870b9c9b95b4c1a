import { FluentIsland } from '../../ui/fluent-island.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { ProblemsButton } from '../problems/problems-button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CommandsButton } from './commands-button.tsx';
import { PhoneMenu } from './phone-menu.tsx';
import { SampleMark } from './sample-mark.tsx';
import { SettingsLink } from './settings-link.tsx';
import { TenantMenu } from './tenant-menu.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { WordsButton } from './words-button.tsx';

/** The right end of the bar: tenant, theme, settings, account. Loaded behind the first screen. */
export function TopBarActions() {
  const phone = useMedia('(max-width: 639px)');
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
      <CommandsButton />
      <WordsButton />
      <ThemeMenu />
      <SettingsLink />
      <AccountMenu />
    </FluentIsland>
  );
}
