import { type ComponentType, lazy } from 'react';
import { type ServiceTab, serviceTabs } from '../../../domain/url/service-url.ts';
import { AddressesSkeleton } from '../addresses/addresses-skeleton.tsx';
import { AddressesTab } from '../addresses/addresses-tab.tsx';
import { JsonSkeleton } from '../json/json-skeleton.tsx';
import type { TabProps } from './tab-props.ts';

export type TabEntry = {
  readonly tab: ServiceTab;
  readonly label: string;
  readonly Panel: ComponentType<TabProps>;
  /** The panel's layout while the service, or the panel's code, is on its way. */
  readonly Waiting: ComponentType;
  /** Fetches the code of a tab before it is opened. */
  readonly preload: () => void;
};

const loadJson = () => import('../json/json-tab.tsx');

/** Addresses comes with the screen, because it is what most links open; every other tab is fetched when it is asked for. */
const entries: Partial<Record<ServiceTab, Omit<TabEntry, 'tab'>>> = {
  addresses: {
    label: 'Addresses',
    Panel: AddressesTab,
    Waiting: AddressesSkeleton,
    preload: () => {},
  },
  json: {
    label: 'JSON',
    Panel: lazy(async () => ({ default: (await loadJson()).JsonTab })),
    Waiting: JsonSkeleton,
    preload: () => void loadJson(),
  },
};

/** The tabs that this version has, in the order of the URL contract. */
export const tabEntries: readonly TabEntry[] = serviceTabs.flatMap(tab => {
  const entry = entries[tab];
  return entry ? [{ tab, ...entry }] : [];
});
