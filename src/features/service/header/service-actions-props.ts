import type { SupportInput } from '../../../domain/guidance/support-summary.ts';

/** What the support summary is made of; the network status and the link join it when it is copied. */
export type SupportFacts = Omit<SupportInput, 'networkVerdict' | 'link'>;

export type ServiceActionsProps = {
  /** Null until the service was read. */
  readonly support: SupportFacts | null;
  /** The link to this view, made when it is copied: the address may have changed since. */
  readonly link: () => string;
  /** The service in the Azure portal; null where the cloud has none. */
  readonly portal: string | null;
  /** The page is about a moment in the past; the support summary is not. */
  readonly past: boolean;
  /** The service is being read. */
  readonly busy: boolean;
  readonly onRefresh: () => void;
};
