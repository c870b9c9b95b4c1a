import { Button, Menu, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DarkTheme20Regular } from '@fluentui/react-icons/headless/svg/dark-theme';
import { isThemeChoice, themeLabels } from '../../ui/theme-labels.ts';
import { useThemeChoice } from '../../ui/use-theme-choice.ts';

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
