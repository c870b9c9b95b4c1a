import { ArrowClockwise16Regular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import { ArmWaitText } from '../../parts/arm-wait.tsx';
import { RelativeTime, timeTooltip } from '../../parts/relative-time.tsx';
import { numberText } from '../../ui/locale.ts';
import styles from './source-line.module.css';
import type { Fleet } from './use-fleet.ts';
import { useFleetWaits } from './use-fleet-waits.ts';

const lag =
  'Resource Graph answers from an index that may lag behind Azure by a minute or more. A service’s own page is read from Resource Manager itself.';
const direct =
  'Read from Resource Manager, a list for each subscription, because Resource Graph was refused.';

type Props = {
  readonly fleet: Fleet;
  /** Said before it where there is no table to say it: `Newest change first.` */
  readonly lead?: string | undefined;
};

/** Where the rows come from and how old they are, beside the button that reads them anew. */
export function SourceLine({ fleet, lead }: Props) {
  const { read, isReading, refresh } = fleet;
  const label = isReading ? 'Reading the services' : 'Read the services anew';
  return (
    <div className={styles['source']}>
      <p>
        {lead} <SourceText fleet={fleet} />
      </p>
      <button
        type="button"
        className={styles['refresh']}
        data-busy={isReading || undefined}
        data-command="Refresh"
        aria-label={label}
        aria-disabled={isReading}
        title={read && read.receivedAt > 0 ? `${label}\nLast read ${timeTooltip(read.receivedAt)}` : label}
        onClick={() => {
          if (!isReading) refresh();
        }}
      >
        <ArrowClockwise16Regular />
      </button>
    </div>
  );
}

function SourceText({ fleet: { read, isReading } }: { readonly fleet: Fleet }) {
  const waits = useFleetWaits();
  // A pause of one subscription is told by the banner, as soon as there are rows to stand above.
  const wait = waits.find(one => !read || one.scope.subscriptionId === undefined);
  if (isReading && wait) return <ArmWaitText wait={wait} />;
  if (!read) return <span>{isReading ? 'Reading' : ''}</span>;
  if (read.underWay) {
    const { total } = read.underWay;
    const count = numberText(read.services.length);
    return <span>{total === null ? `${count} read` : `${count} of ${numberText(total)} read`}</span>;
  }
  const fromGraph = read.source === 'resource-graph';
  return (
    <span title={fromGraph ? lag : direct}>
      {fromGraph ? 'Resource Graph' : 'Resource Manager'}
      {read.receivedAt > 0 && (
        <>
          , <RelativeTime at={read.receivedAt} />
        </>
      )}
    </span>
  );
}
