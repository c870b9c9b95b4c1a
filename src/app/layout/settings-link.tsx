import { Button } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons/headless/svg/settings';
import { followInApp } from '../../ui/navigation.ts';

export function SettingsLink() {
  return (
    <Button
      as="a"
      href="/settings"
      onClick={followInApp}
      appearance="subtle"
      icon={<Settings20Regular />}
      aria-label="Settings"
    />
  );
}
