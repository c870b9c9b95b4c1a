import { ArrowClockwise16Regular } from '@fluentui/react-icons/headless/svg/arrow-clockwise';
import type { ArmWait } from '../../azure/arm-activity.ts';
import { asOfText } from '../../domain/time/as-of-text.ts';
import { ArmWaitText } from '../../parts/arm-wait.tsx';
import { RelativeTime, timeTooltip } from '../../parts/relative-time.tsx';
import { numberText } from '../../ui/locale.ts';
import { useClock } from '../../ui/use-clock.ts';
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
  if (read?.lastKnown) return <LastKnown at={read.receivedAt} isReading={isReading} wait={wait} />;
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

type LastKnownProps = {
  readonly at: number;
  readonly isReading: boolean;
  readonly wait: ArmWait | undefined;
};

/** The rows are those of an earlier visit: from when, and that newer ones are on their way. */
function LastKnown({ at, isReading, wait }: LastKnownProps) {
  const asOf = useClock(now => asOfText(at, now));
  return (
    <span title={`Kept on this device since your last visit\n${timeTooltip(at)}`}>
      As of <time dateTime={new Date(at).toISOString()}>{asOf}</time>
      {isReading &&
        (wait ? (
          <>
            . <ArmWaitText wait={wait} />
          </>
        ) : (
          ', reading anew'
        ))}
    </span>
  );
}
