import type { Service } from '../../../domain/service.ts';
import { Banner, type BannerTone } from '../../../ui/banner.tsx';
import type { Doubt } from './doubts-of.ts';
import styles from './guidance-tab.module.css';

type Props = {
  readonly service: Service;
  readonly doubts: readonly Doubt[];
  /** More may follow. */
  readonly loading: boolean;
};

const tones: Readonly<Record<Doubt['level'], BannerTone>> = {
  warning: 'risk',
  unknown: 'unknown',
  information: 'neutral',
};

/** Warnings, what is not known and why, and what is worth knowing beside the answer. */
export function Doubts({ service, doubts, loading }: Props) {
  if (doubts.length === 0 && !loading) return null;
  return (
    <section aria-labelledby="guidance-doubts">
      <h2 id="guidance-doubts">Before you rely on it</h2>
      <ul className={styles['doubts']}>
        {doubts.map(doubt => (
          <li key={`${doubt.code} ${doubt.text}`}>
            <Banner
              tone={tones[doubt.level]}
              action={
                <a
                  href={doubt.docs}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={`Microsoft Learn: ${doubt.title}`}
                >
                  Microsoft Learn
                </a>
              }
            >
              <b>{headOf(doubt, service)}</b>
              <p className={styles['second']}>{doubt.text}</p>
            </Banner>
          </li>
        ))}
        {loading && (
          <li>
            <Banner tone="neutral">
              The network around the service is still being read. A warning may follow.
            </Banner>
          </li>
        )}
      </ul>
    </section>
  );
}

function headOf({ level, regions, title }: Doubt, service: Service): string {
  const every = regions.length > 1 && regions.length === service.regions.length;
  const where = regions.length === 0 ? '' : every ? 'Every region: ' : `${regions.join(', ')}: `;
  const what = where === '' ? title : title.charAt(0).toLowerCase() + title.slice(1);
  return `${level === 'unknown' ? 'Not known. ' : ''}${where}${properName(title) ? title : what}.`;
}

/** A title that begins with a name keeps its capital. */
function properName(title: string): boolean {
  return /^(NAT|Azure|DNS|VNet|ApiManagement|Microsoft)\b/.test(title);
}
