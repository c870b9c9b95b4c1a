import { type ComponentType, createElement, lazy, Suspense } from 'react';
import type { Service } from '../../../domain/service.ts';
import { type ServiceTab, serviceTabs } from '../../../domain/url/service-url.ts';
import { AddressesSkeleton } from '../addresses/addresses-skeleton.tsx';
import { AddressesTab } from '../addresses/addresses-tab.tsx';
import type { TabProps } from './tab-props.ts';

export type TabEntry = {
  readonly tab: ServiceTab;
  readonly label: string;
  readonly Panel: ComponentType<TabProps>;
  /** The panel's layout while the service, or the panel's code, is on its way. */
  readonly Waiting: ComponentType;
  /** Fetches the code of a tab before it is opened. */
  readonly preload: () => void;
  /** What stands behind the tab's word once something there wants a person's eye. */
  readonly Mark?: ComponentType<{ readonly service: Service }>;
};

const loadGuidance = () => import('../guidance/guidance-tab.tsx');
const loadNetwork = () => import('../network/network-tab.tsx');
const loadTimeline = () => import('../timeline/timeline-tab.tsx');
const loadJson = () => import('../json/json-tab.tsx');

const loadSkeletons = () => import('./tab-skeletons.ts');

/** The layout of a tab that is not opened first: fetched behind the first screen, and blank until then. */
function waitingFor(tab: 'guidance' | 'network' | 'timeline' | 'json'): ComponentType {
  const Waiting = lazy(async () => ({ default: (await loadSkeletons()).tabSkeletons[tab] }));
  return () => createElement(Suspense, { fallback: null }, createElement(Waiting));
}

/** Addresses comes with the screen, because it is what most links open; every other tab is fetched when it is asked for. */
const entries: Partial<Record<ServiceTab, Omit<TabEntry, 'tab'>>> = {
  addresses: {
    label: 'Addresses',
    Panel: AddressesTab,
    Waiting: AddressesSkeleton,
    preload: () => {},
  },
  guidance: {
    label: 'Guidance',
    Panel: lazy(async () => ({ default: (await loadGuidance()).GuidanceTab })),
    Waiting: waitingFor('guidance'),
    preload: () => void loadGuidance(),
  },
  network: {
    label: 'Network status',
    Panel: lazy(async () => ({ default: (await loadNetwork()).NetworkTab })),
    Waiting: waitingFor('network'),
    preload: () => void loadNetwork(),
    Mark: lazy(async () => ({ default: (await import('../network/network-mark.tsx')).NetworkMark })),
  },
  timeline: {
    label: 'Timeline',
    Panel: lazy(async () => ({ default: (await loadTimeline()).TimelineTab })),
    Waiting: waitingFor('timeline'),
    preload: () => void loadTimeline(),
  },
  json: {
    label: 'JSON',
    Panel: lazy(async () => ({ default: (await loadJson()).JsonTab })),
    Waiting: waitingFor('json'),
    preload: () => void loadJson(),
  },
};

/** The tabs that this version has, in the order of the URL contract. */
export const tabEntries: readonly TabEntry[] = serviceTabs.flatMap(tab => {
  const entry = entries[tab];
  return entry ? [{ tab, ...entry }] : [];
});
