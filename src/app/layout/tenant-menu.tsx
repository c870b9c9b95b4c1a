import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Building20Regular } from '@fluentui/react-icons/headless/svg/building';
import { useSession } from '../../auth/session-context.ts';
import styles from './tenant-menu.module.css';
import { useTenants } from './use-tenants.ts';

/** The tenant and cloud that the page reads, and the switch to another tenant of this account. */
export function TenantMenu() {
  const { account, config, switchTenant } = useSession();
  const { tenants, current, isReading, failed } = useTenants();
  return (
    <Menu
      checkedValues={{ tenant: [account.tenantId] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const [next] = checkedItems;
        if (next && next !== account.tenantId) void switchTenant(next);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          className={styles['button'] ?? ''}
          icon={<Building20Regular />}
          aria-label={`Tenant ${current}, ${config.cloud.label}`}
        >
          <span className={styles['tenant']}>{isReading ? 'Tenant' : current}</span>
          <span className={styles['cloud']}>{config.cloud.label}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>Tenants of this account</MenuGroupHeader>
            {failed && <MenuItem disabled>They could not be listed</MenuItem>}
            {tenants.map(tenant => (
              <MenuItemRadio
                key={tenant.id}
                name="tenant"
                value={tenant.id}
                secondaryContent={tenant.defaultDomain ?? tenant.id}
              >
                {tenant.name}
              </MenuItemRadio>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
