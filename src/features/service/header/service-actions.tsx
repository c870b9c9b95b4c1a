import { Button, Menu, MenuItemLink, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowClockwise20Regular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import { Checkmark20Regular } from '@fluentui/react-icons/headless/svg/checkmark';
import { Link20Regular } from '@fluentui/react-icons/headless/svg/link';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/headless/svg/more-horizontal';
import { Open20Regular } from '@fluentui/react-icons/headless/svg/open';
import { useEffect, useState } from 'react';
import { copyText } from '../../../ui/copy-text.ts';
import { FluentIsland } from '../../../ui/fluent-island.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import { phone } from '../phone.ts';
import styles from './actions.module.css';
import type { ServiceActionsProps } from './service-actions-props.ts';
import { SupportItems, SupportSummary } from './support-summary.tsx';

/** What can be done with the service from here; nothing changes it. */
export function ServiceActions({ support, link, portal, past, busy, onRefresh }: ServiceActionsProps) {
  const small = useMedia(phone);
  const summary = past ? 'Copy support summary of now' : 'Copy support summary';
  const portalWords = 'Open in Azure portal';
  return (
    <FluentIsland>
      <CopyLink link={link} />
      {!small && <SupportSummary support={support} link={link} label={summary} />}
      {portal !== null && !small && (
        <Button
          as="a"
          className={styles['button'] ?? ''}
          icon={<Open20Regular />}
          href={portal}
          target="_blank"
          rel="noreferrer"
          data-command=""
        >
          {portalWords}
        </Button>
      )}
      <Button
        className={styles['button'] ?? ''}
        icon={<ArrowClockwise20Regular />}
        disabledFocusable={busy}
        data-command=""
        onClick={onRefresh}
      >
        Refresh
      </Button>
      {small && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              className={styles['more'] ?? ''}
              icon={<MoreHorizontal20Regular />}
              aria-label="More actions"
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              <SupportItems support={support} link={link} head={`${summary}, `} />
              {portal !== null && (
                <MenuItemLink icon={<Open20Regular />} href={portal} target="_blank" rel="noreferrer">
                  {portalWords}
                </MenuItemLink>
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </FluentIsland>
  );
}

const shownMs = 1_500;

function CopyLink({ link }: { readonly link: () => string }) {
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), shownMs);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    if (await copyText(link(), 'Link')) setCopied(times => times + 1);
  };
  return (
    <Button
      className={styles['button'] ?? ''}
      icon={copied > 0 ? <Checkmark20Regular /> : <Link20Regular />}
      data-command=""
      onClick={() => void copy()}
    >
      Copy link
    </Button>
  );
}
