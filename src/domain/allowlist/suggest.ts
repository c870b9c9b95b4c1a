import { compareText } from '../compare-text.ts';
import type { FindSources } from '../find/sources.ts';
import type { Service } from '../service.ts';
import type { AllowList } from './list.ts';

export type Suggestion = { readonly service: Service; readonly addresses: number };

/** Enough of a list to tell what it is about. */
const mostEntries = 2_000;

/** The services whose own addresses a list names, those with the most first: likely the ones that it is for. */
export function suggestServices(
  { entries }: AllowList,
  { index }: Pick<FindSources, 'index'>,
): readonly Suggestion[] {
  const found = new Map<Service, number>();
  for (const { value } of entries.slice(0, mostEntries)) {
    if (value.kind !== 'range' || value.range.end - value.range.start > 0xffn) continue;
    const services = new Set(
      index.parts.flatMap(({ places }) =>
        places.meeting(value.range).map(({ value: place }) => place.service),
      ),
    );
    for (const service of services) found.set(service, (found.get(service) ?? 0) + 1);
  }
  return [...found]
    .map(([service, addresses]) => ({ service, addresses }))
    .sort((a, b) => b.addresses - a.addresses || compareText(a.service.name, b.service.name));
}
