import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { DocumentText20Regular } from '@fluentui/react-icons/headless/svg/document-text';
import { useQueryClient } from '@tanstack/react-query';
import { useAzure } from '../../../azure/azure-context.ts';
import { networkStatusQuery } from '../../../azure/get-network-status.ts';
import { supportSummary } from '../../../domain/guidance/support-summary.ts';
import { networkVerdict } from '../../../domain/network-status/verdict.ts';
import type { Service } from '../../../domain/service.ts';
import { clock } from '../../../ui/clock.ts';
import { copyText } from '../../../ui/copy-text.ts';
import styles from './actions.module.css';
import type { SupportFacts } from './service-actions-props.ts';

type Props = {
  /** Null until the service was read. */
  readonly support: SupportFacts | null;
  /** The link to this view, for whoever gets the summary. */
  readonly link: () => string;
};

const formats = [
  { id: 'plain', label: 'Plain text' },
  { id: 'markdown', label: 'Markdown' },
] as const;

/** What support staff ask for first, on the clipboard: facts of the resource and nothing of people. */
export function SupportSummary({ support, link, label }: Props & { readonly label: string }) {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          className={styles['button'] ?? ''}
          icon={<DocumentText20Regular />}
          disabledFocusable={support === null}
          {...(support === null && { title: 'There is nothing to copy until the service has been read' })}
          data-command=""
        >
          {label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <SupportItems support={support} link={link} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The two forms as items of a menu. */
export function SupportItems({ support, link, head = '' }: Props & { readonly head?: string }) {
  const azure = useAzure();
  const queries = useQueryClient();
  if (support === null) return null;

  /** What the network status says, where it was read: a summary does not wait for it. */
  function verdictSoFar({ id: serviceId, regions }: Service): string | null {
    const status = queries.getQueryData(networkStatusQuery(azure, serviceId).queryKey);
    if (status === undefined) return null;
    const locations = regions.map(region => region.displayName);
    const { title, detail } = networkVerdict(status, locations, clock.now());
    return [title, ...detail].join(' ');
  }

  return formats.map(({ id, label }) => (
    <MenuItem
      key={id}
      icon={<DocumentText20Regular />}
      onClick={() => {
        const input = { ...support, link: link(), networkVerdict: verdictSoFar(support.service) };
        void copyText(supportSummary(input, id), `Support summary as ${label.toLowerCase()}`);
      }}
    >
      {head === '' ? label : head + label.toLowerCase()}
    </MenuItem>
  ));
}
