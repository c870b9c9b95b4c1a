import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { Copy20Regular } from '@fluentui/react-icons/headless/svg/copy';
import type { RegionRoles } from '../../../domain/guidance/address-roles.ts';
import type { RoleHeads } from '../../../domain/guidance/role-words.ts';
import type { Service } from '../../../domain/service.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { FluentIsland } from '../../../ui/fluent-island.tsx';
import { addressFormats } from './address-formats.ts';
import { addressRows } from './address-rows.ts';
import styles from './copy-all.module.css';

type Props = {
  readonly service: Service;
  readonly roles: readonly RegionRoles[];
  readonly heads: RoleHeads;
  /** Epoch ms. */
  readonly asOf: number;
};

/** The whole matrix on the clipboard, with what each address is for and the time that it was read. */
export function CopyAll({ service, roles, heads, asOf }: Props) {
  return (
    <FluentIsland>
      <span className={styles['wrap']}>
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <MenuButton className={styles['button'] ?? ''} icon={<Copy20Regular />}>
              Copy all
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {addressFormats.map(({ label, write }) => (
                <MenuItem
                  key={label}
                  onClick={() =>
                    void copyText(write(service, addressRows(roles, heads), asOf), `Addresses as ${label}`)
                  }
                >
                  {label}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </span>
    </FluentIsland>
  );
}
