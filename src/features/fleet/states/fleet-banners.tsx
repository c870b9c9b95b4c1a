import type { Fleet } from '../use-fleet.ts';
import { MissingBanner } from './missing-banner.tsx';
import { IncompleteBanner, StaleBanner } from './stale-banner.tsx';

/** What the reader has to know of the rows below: their age, and what of the fleet is not among them. */
export function FleetBanners({ fleet }: { readonly fleet: Fleet }) {
  return (
    <>
      <StaleBanner fleet={fleet} />
      <IncompleteBanner fleet={fleet} />
      <MissingBanner fleet={fleet} />
    </>
  );
}
