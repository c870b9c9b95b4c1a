import { parseServiceId } from '../../domain/arm-id.ts';
import { answerTerms } from '../../domain/find/answer.ts';
import type { FindIndex } from '../../domain/find/find-index.ts';
import { type FindHit, isCertain, serviceOf } from '../../domain/find/hit.ts';
import { parseFindQuery } from '../../domain/find/query.ts';
import { hitRegion, hitWords } from '../../domain/find/words.ts';
import { rangeIndex } from '../../domain/ranges/range-index.ts';
import { formatFindUrl } from '../../domain/url/find-url.ts';
import { servicePath } from '../../domain/url/service-url.ts';
import { visibleText } from '../../domain/visible-text.ts';
import { goTo } from '../../ui/navigation.ts';
import type { Command } from './command.ts';

/** The list is for the service that is meant; Find has them all. */
const mostServices = 6;

const nothingElse = {
  network: rangeIndex<never>([]),
  former: rangeIndex<never>([]),
  tags: new Map<string, never>(),
};

export type Found = {
  /** Services whose own name, address, host name or id was typed, or the beginning of a name. */
  readonly likely: readonly Command[];
  /** Services that have the text somewhere in their name. */
  readonly others: readonly Command[];
};

/** The services that a typed text means, from what has been read of the tenant. */
export function foundServices(text: string, index: FindIndex | undefined): Found {
  const { terms } = parseFindQuery(text);
  const [only] = terms;
  // Several words are the words of a command, or a list for Find.
  if (!index || !only || terms.length > 1) return { likely: [], others: [] };
  const [answer] = answerTerms([only], { index, ...nothingElse });
  const services = new Map<string, { readonly hit: FindHit; readonly command: Command }>();
  for (const hit of answer?.hits ?? []) {
    const command = commandOf(hit);
    if (!command || services.has(command.key)) continue;
    services.set(command.key, { hit, command });
    if (services.size === mostServices) break;
  }
  const found = [...services.values()];
  const isOther = ({ hit }: (typeof found)[number]) =>
    !isCertain(hit) || (hit.kind === 'service' && hit.match === 'part');
  return {
    likely: found.filter(one => !isOther(one)).map(({ command }) => command),
    others: found.filter(isOther).map(({ command }) => command),
  };
}

function commandOf(hit: FindHit): Command | undefined {
  const service = serviceOf(hit);
  const id = service && parseServiceId(service.id);
  if (!service || !id) return undefined;
  const { role, value } = hitWords(hit);
  const said =
    hit.kind === 'service'
      ? service.resourceGroup
      : [`${role} ${value}`, hitRegion(hit)].filter(Boolean).join(', ');
  return {
    key: service.id,
    group: 'Services',
    label: service.name,
    detail: said,
    run: () => goTo(servicePath(id)),
  };
}

/** To Find, with what was typed: every role, former addresses and service tags. */
export function findCommand(text: string): Command {
  return {
    key: 'find',
    group: 'Find',
    label: `Find “${visibleText(text)}”`,
    detail: 'every role, former addresses, service tags',
    run: () => goTo(`/find${formatFindUrl({ q: text, rest: [] })}`),
  };
}
