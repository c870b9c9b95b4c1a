import type { RegionNetworkStatus } from '../../../domain/network-status/connectivity.ts';
import { Banner } from '../../../ui/banner.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';

type Props = {
  readonly regions: readonly RegionNetworkStatus[];
  /** The last read failed; what stands below came before it. */
  readonly failed: boolean;
  readonly onRetry: () => void;
};

/** What of Azure's answer is not below, or not fresh. Nothing where all of it is. */
export function StatusNotices({ regions, failed, onRetry }: Props) {
  const unreadable = regions.flatMap(region => region.unreadable);
  return (
    <>
      {failed && (
        <Banner
          tone="risk"
          live
          action={
            <PlainButton kind="link" onClick={onRetry}>
              Try again
            </PlainButton>
          }
        >
          <b>The network status could not be read again.</b> Below is what Azure said last.
        </Banner>
      )}
      {unreadable.length > 0 && (
        <Banner
          tone="unknown"
          action={
            <CopyButton text={unreadable.map(row => row.json).join('\n')} what="unreadable rows as JSON">
              Copy as JSON
            </CopyButton>
          }
        >
          <b>
            {unreadable.length === 1
              ? '1 check could not be read'
              : `${unreadable.length} checks could not be read`}
            :
          </b>{' '}
          {unreadable[0]?.problem}. The verdict does not count on {unreadable.length === 1 ? 'it' : 'them'}.
        </Banner>
      )}
    </>
  );
}
