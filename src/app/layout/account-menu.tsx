import {
  Avatar,
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { useSession } from '../../auth/session-context.ts';

/** Who is signed in, and the ways out. */
export function AccountMenu() {
  const { account, signIn, signOut } = useSession();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          shape="circular"
          aria-label={`Account ${account.username}`}
          icon={<Avatar size={28} name={account.name} aria-hidden="true" />}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{account.username}</MenuGroupHeader>
            <MenuItem onClick={() => void signIn({ chooseAccount: true })}>Use another account</MenuItem>
          </MenuGroup>
          <MenuDivider />
          <MenuItem onClick={() => void signOut()}>Sign out</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
