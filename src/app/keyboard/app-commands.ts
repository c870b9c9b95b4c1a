import { useMemo } from 'react';
import { useSession } from '../../auth/session-context.ts';
import { overlay } from '../../parts/overlay.ts';
import { goTo } from '../../ui/navigation.ts';
import { themeLabels } from '../../ui/theme-labels.ts';
import { useThemeChoice } from '../../ui/use-theme-choice.ts';
import { useTenants } from '../layout/use-tenants.ts';
import type { Command } from './command.ts';

const screens = [
  ['/', 'Fleet', 'all services'],
  ['/find', 'Find', 'search address host'],
  ['/check', 'Check an allowlist', 'rules firewall'],
  ['/settings', 'Settings', 'history storage retention about'],
] as const;

/** What can be done on every screen: other screens, other tenants, the theme, the account. */
export function useAppCommands(): readonly Command[] {
  const { account, switchTenant, signIn, signOut } = useSession();
  const { tenants } = useTenants();
  const [theme, setTheme] = useThemeChoice();
  return useMemo(
    () => [
      ...screens.map(
        ([href, label, words]): Command => ({
          key: href,
          group: 'Go to',
          label,
          words,
          run: () => goTo(href),
        }),
      ),
      ...tenants
        .filter(({ id }) => id !== account.tenantId)
        .map(
          ({ id, name }): Command => ({
            key: id,
            group: 'Switch tenant',
            label: name,
            words: id,
            run: () => void switchTenant(id),
          }),
        ),
      ...themeLabels
        .filter(([choice]) => choice !== theme)
        .map(
          ([choice, label]): Command => ({
            key: choice,
            group: 'Theme',
            label,
            words: 'colours',
            run: () => setTheme(choice),
          }),
        ),
      {
        key: 'problems',
        group: 'Help',
        label: 'Problems and diagnostics',
        words: 'errors failed correlation support',
        run: () => overlay.set('problems'),
      },
      { key: 'keys', group: 'Help', label: 'Keyboard shortcuts', run: () => overlay.set('keys') },
      {
        key: 'words',
        group: 'Help',
        label: 'What the words mean',
        words: 'glossary help VIP External Internal 3443 service tag stv2',
        run: () => overlay.set('words'),
      },
      {
        key: 'account',
        group: 'Account',
        label: 'Use another account',
        run: () => void signIn({ chooseAccount: true }),
      },
      { key: 'sign-out', group: 'Account', label: 'Sign out', words: 'log off', run: () => void signOut() },
    ],
    [account.tenantId, tenants, theme, setTheme, switchTenant, signIn, signOut],
  );
}
