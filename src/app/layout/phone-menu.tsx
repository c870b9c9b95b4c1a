import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemLink,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Navigation24Regular } from '@fluentui/react-icons/headless/svg/navigation';
import { useSession } from '../../auth/session-context.ts';
import { overlay } from '../../parts/overlay.ts';
import { followInApp } from '../../ui/navigation.ts';
import { isThemeChoice, themeLabels } from '../../ui/theme-labels.ts';
import { useThemeChoice } from '../../ui/use-theme-choice.ts';
import { useProblems } from '../problems/use-problems.ts';
import { useTenants } from './use-tenants.ts';

const screens = [
  ['/', 'Fleet'],
  ['/check', 'Check an allowlist'],
  ['/settings', 'Settings'],
] as const;

/** On a phone the right end of the bar folds into one menu. */
export function PhoneMenu() {
  const { account, switchTenant, signIn, signOut } = useSession();
  const { tenants, current } = useTenants();
  const [theme, setTheme] = useThemeChoice();
  const problems = useProblems();
  return (
    <Menu
      checkedValues={{ tenant: [account.tenantId], theme: [theme] }}
      onCheckedValueChange={(_event, { name, checkedItems: [next] }) => {
        if (name === 'theme' && isThemeChoice(next)) setTheme(next);
        if (name === 'tenant' && next && next !== account.tenantId) void switchTenant(next);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="large"
          icon={<Navigation24Regular />}
          aria-label={`Menu. Tenant ${current}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {screens.map(([href, label]) => (
            <MenuItemLink key={href} href={href} onClick={followInApp}>
              {label}
            </MenuItemLink>
          ))}
          <MenuItem onClick={() => overlay.set('commands')}>Commands</MenuItem>
          <MenuItem onClick={() => overlay.set('problems')}>
            Problems{problems.length > 0 && ` (${problems.length})`}
          </MenuItem>
          <MenuItem onClick={() => overlay.set('words')}>What the words mean</MenuItem>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>Tenant</MenuGroupHeader>
            {tenants.map(tenant => (
              <MenuItemRadio key={tenant.id} name="tenant" value={tenant.id}>
                {tenant.name}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>Theme</MenuGroupHeader>
            {themeLabels.map(([value, label]) => (
              <MenuItemRadio key={value} name="theme" value={value}>
                {label}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{account.username}</MenuGroupHeader>
            <MenuItem onClick={() => void signIn({ chooseAccount: true })}>Use another account</MenuItem>
            <MenuItem onClick={() => void signOut()}>Sign out</MenuItem>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
