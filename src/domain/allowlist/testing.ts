import { type FindIndex, indexSteps } from '../find/find-index.ts';
import { type FindSources, formerPlaces, networkPlaces } from '../find/sources.ts';
import type { FormerAddress } from '../former-address.ts';
import { guidanceFor } from '../guidance/guidance.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { sampleRegion, sampleService } from '../guidance/samples.ts';
import { type NetworkFacts, noNetworkFacts } from '../network-facts.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { type JudgeInput, judgeSteps } from './judge.ts';
import type { Judgement } from './judgement.ts';
import type { AllowList } from './list.ts';
import { readListSteps } from './read-list.ts';

/** Runs steps to their end. */
export function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export function readList(text: string): AllowList {
  return finished(readListSteps(text));
}

export function indexOf(services: readonly Service[]): FindIndex {
  return finished(indexSteps(services));
}

/** A service of the test's own, of Standard tier without a VNet where nothing else is said. */
export function testService(
  name: string,
  regions: readonly Partial<ServiceRegion>[],
  parts: Partial<Service> = {},
): Service {
  return sampleService({
    name,
    id: `/subscriptions/6f2b0000-0000-4000-8000-000000000001/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/${name}`,
    tier: 'Standard',
    regions: regions.map(region => sampleRegion(region)),
    ...parts,
  });
}

export type Case = {
  readonly text: string;
  readonly chosen: readonly Service[];
  readonly others?: readonly Service[];
  readonly purposes?: readonly Purpose[];
  readonly former?: readonly FormerAddress[];
  readonly network?: NetworkFacts;
  readonly tags?: FindSources['tags'];
};

/** Judges a list against services of a test. */
export function judged(given: Case): Judgement {
  const {
    text,
    chosen,
    others = [],
    purposes = ['internet-back-ends'],
    former = [],
    network = noNetworkFacts,
  } = given;
  const input: JudgeInput = {
    list: readList(text),
    guidance: chosen.map(service =>
      guidanceFor({ service, network, subscriptionState: 'Enabled', asOf: '2026-11-22T10:00:00Z' }),
    ),
    purposes,
    sources: {
      index: indexOf([...chosen, ...others]),
      network: networkPlaces(network),
      former: formerPlaces(former),
      tags: given.tags ?? new Map(),
    },
  };
  return finished(judgeSteps(input));
}

/** A security group with one rule a line, the first on line 2: each allows in what its parts do not say otherwise. */
export function nsg(...rules: Record<string, unknown>[]): string {
  const usual = {
    access: 'Allow',
    direction: 'Inbound',
    priority: 100,
    protocol: '*',
    destinationPortRange: '*',
  };
  return `[\n${rules.map(parts => JSON.stringify({ ...usual, ...parts })).join(',\n')}\n]`;
}
