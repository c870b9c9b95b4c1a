import { useMemo } from 'react';
import { type JudgeInput, judgeSteps } from '../../domain/allowlist/judge.ts';
import type { Judgement } from '../../domain/allowlist/judgement.ts';
import type { AllowList } from '../../domain/allowlist/list.ts';
import { type CheckQuestion, purposesOf } from '../../domain/allowlist/needs.ts';
import { readListSteps } from '../../domain/allowlist/read-list.ts';
import { armKey } from '../../domain/arm-id.ts';
import { type FindSources, formerPlaces } from '../../domain/find/sources.ts';
import type { FormerAddress } from '../../domain/former-address.ts';
import type { Service } from '../../domain/service.ts';
import { useFindIndex } from '../../parts/lookup/use-find-index.ts';
import { useNetworkPlaces } from '../../parts/lookup/use-network-places.ts';
import { useServiceTags } from '../../parts/lookup/use-service-tags.ts';
import type { TenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';
import { useSliced } from '../../ui/use-sliced.ts';
import type { CheckGuidance } from './use-check-guidance.ts';

export type Check = {
  /** As far as it was read; it follows the text by a moment. */
  readonly list: AllowList | undefined;
  /** Undefined until services are chosen and what they need is known. */
  readonly judgement: Judgement | undefined;
  readonly sources: FindSources | undefined;
  readonly busy: boolean;
};

/** More tags than a rule list names by its own hand. */
const mostTags = 12;
const noNames: readonly string[] = [];

type Input = {
  readonly text: string;
  readonly questions: readonly CheckQuestion[];
  readonly ids: readonly string[];
  readonly fleet: TenantFleet;
  readonly former: readonly FormerAddress[];
  readonly needs: CheckGuidance;
};

/** Reads the pasted text and judges it, in slices: typing goes on while a long list is being judged. */
export function useCheck({ text, questions, ids, fleet, former, needs }: Input): Check {
  const reading = useSliced(useMemo(() => () => readListSteps(text), [text]));
  const list = reading.result;
  const { read } = fleet;
  const { index } = useFindIndex(read?.services);
  const past = useMemo(() => formerPlaces(former), [former]);
  const chosen = useMemo((): readonly Service[] => {
    const keys = new Set(ids.map(armKey));
    return read?.services.filter(service => keys.has(armKey(service.id))) ?? [];
  }, [read, ids]);
  // The subnets of the chosen services alone: an entry in another one is unknown here, and stays in every list.
  const network = useNetworkPlaces(chosen, chosen.length > 0);
  const names = useMemo(() => (list ? tagNames(list) : noNames), [list]);
  const { tags } = useServiceTags(placeOf(fleet), names);
  const sources = useMemo(
    (): FindSources | undefined => index && { index, network: network.places, former: past, tags },
    [index, network.places, past, tags],
  );

  const { guidance, pending } = needs;
  const ready = list !== undefined && sources !== undefined && guidance.length > 0 && pending === 0;
  const steps = useMemo(() => {
    if (!ready) return undefined;
    const input: JudgeInput = { list, guidance, purposes: purposesOf(questions), sources };
    return () => judgeSteps(input);
  }, [ready, list, guidance, questions, sources]);
  const judging = useSliced(steps);
  return {
    list,
    judgement: ready ? judging.result : undefined,
    sources,
    busy: reading.busy || judging.busy,
  };
}

/** The tags that the list itself names: their ranges tell what they let through. */
function tagNames({ entries }: AllowList): readonly string[] {
  const found = new Map<string, string>();
  for (const { value } of entries) if (value.kind === 'tag') found.set(value.name.toLowerCase(), value.name);
  return found.size === 0 ? noNames : [...found.values()].slice(0, mostTags);
}

function placeOf({ read }: TenantFleet) {
  const [service] = read?.services ?? [];
  const region = service?.regions[0]?.name;
  return service && region !== undefined ? { subscriptionId: service.subscriptionId, region } : undefined;
}
