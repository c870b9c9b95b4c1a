import { useMemo, useState } from 'react';
import { tagsWorthALook } from '../../domain/find/address-hits.ts';
import { answerTerms, needsNetwork, needsTags, type TermAnswer } from '../../domain/find/answer.ts';
import type { FindQuery } from '../../domain/find/query.ts';
import { type FindSources, formerPlaces } from '../../domain/find/sources.ts';
import type { UnreadPlace } from '../../domain/find/unread-place.ts';
import type { Coverage } from '../../domain/find/verdict.ts';
import type { FormerAddress } from '../../domain/former-address.ts';
import { rangeIndex } from '../../domain/ranges/range-index.ts';
import { useFindIndex } from '../../parts/lookup/use-find-index.ts';
import { useNetworkPlaces } from '../../parts/lookup/use-network-places.ts';
import { useServiceTags } from '../../parts/lookup/use-service-tags.ts';
import type { TenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';

export type Finding = {
  /** Undefined until there is anything to answer from. */
  readonly answers: readonly TermAnswer[] | undefined;
  readonly coverage: Coverage;
  /** Subnets and private endpoints behind the number in `coverage`. */
  readonly unread: readonly UnreadPlace[];
};

const noNetwork: FindSources['network'] = rangeIndex([]);
const noTags: FindSources['tags'] = new Map();
const noNames: readonly string[] = [];

/**
 * Answers a question from the services that are here, then, only where that leaves something open, from subnets and
 * from the service tags of the regions in use. Those are read when the typing rests for the first time with something
 * open (`rests`): the beginning of an address is no question yet.
 */
export function useFind(
  query: FindQuery,
  fleet: TenantFleet,
  former: readonly FormerAddress[],
  rests: boolean,
): Finding {
  const { read } = fleet;
  const { index, busy } = useFindIndex(read?.services);
  const past = useMemo(() => formerPlaces(former), [former]);

  const atOnce = useMemo(
    () => index && answerTerms(query.terms, { index, network: noNetwork, former: past, tags: noTags }),
    [index, query, past],
  );
  const settled = !fleet.underWay && !busy;
  const wantsNetwork = settled && atOnce !== undefined && needsNetwork(atOnce);
  const readsNetwork = useOnce(wantsNetwork && rests) && wantsNetwork;
  const network = useNetworkPlaces(read?.services, readsNetwork);
  const networkPending = network.pending || wantsNetwork !== readsNetwork;
  const withNetwork = useMemo(
    () => index && answerTerms(query.terms, { index, network: network.places, former: past, tags: noTags }),
    [index, query, past, network.places],
  );

  const wantsTags = settled && withNetwork !== undefined && needsTags(withNetwork);
  const readsTags = useOnce(wantsTags && !networkPending && rests) && wantsTags;
  const worthALook = useMemo(() => (readsTags && index ? tagsWorthALook(index) : []), [readsTags, index]);
  const names = useMemo(
    () => (worthALook.length > 0 ? worthALook.map(({ tag }) => tag) : noNames),
    [worthALook],
  );
  const { tags, busy: tagsBusy } = useServiceTags(placeOf(fleet), names);
  const answers = useMemo(
    () =>
      tags.size === 0 || !index
        ? withNetwork
        : answerTerms(query.terms, { index, network: network.places, former: past, tags }),
    [withNetwork, index, query, past, network.places, tags],
  );

  const coverage: Coverage = {
    underWay: !settled,
    missing: read?.missing.length ?? 0,
    incomplete: read?.incomplete !== null && read?.incomplete !== undefined,
    network: { pending: networkPending, unread: network.unread.length },
    tagsPending: tagsBusy || wantsTags !== readsTags,
  };
  return { answers, coverage, unread: network.unread };
}

/** True from the first time on that it was true. */
function useOnce(now: boolean): boolean {
  const [was, setWas] = useState(false);
  if (now && !was) setWas(true);
  return was || now;
}

/** Tags are of the whole cloud: any subscription that may be read can be asked, at any of its regions. */
function placeOf({ read }: TenantFleet) {
  const [service] = read?.services ?? [];
  const region = service?.regions[0]?.name;
  return service && region !== undefined ? { subscriptionId: service.subscriptionId, region } : undefined;
}
