import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkTheme20Regular } from '@fluentui/react-icons/headless/svg/dark-theme';
import { useThemeChoice } from '../theme/theme.ts';
import { isThemeChoice, themeLabels } from './theme-labels.ts';

export function ThemeMenu() {
  const [choice, setChoice] = useThemeChoice();
  return (
    <Menu
      checkedValues={{ theme: [choice] }}
      onCheckedValueChange={(_event, { checkedItems: [next] }) => {
        if (isThemeChoice(next)) setChoice(next);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<DarkTheme20Regular />} aria-label="Theme" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {themeLabels.map(([value, label]) => (
            <MenuItemRadio key={value} name="theme" value={value}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
