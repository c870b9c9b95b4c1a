import { parseServiceId } from './arm-id.ts';
import { visibleText } from './visible-text.ts';

/** What an address of this product points at, told from the address alone. */
export type LinkDescription = {
  /** Such as `This link points at an API Management service`. */
  readonly kind: string;
  /** The name in the link, undefined for the start page. */
  readonly title: string | undefined;
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** The part of the page that opens, such as `Guidance`. */
  readonly opensAt: string | undefined;
};

const tabs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    addresses: 'Addresses',
    guidance: 'Guidance',
    network: 'Network status',
    timeline: 'Timeline',
    json: 'JSON',
  }),
);

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Names what a link points at before anybody has signed in; nothing is read from Azure for it. */
export function describeLink(pathname: string, search: string): LinkDescription {
  const id = parseServiceId(visibleText(decode(pathname)));
  const query = new URLSearchParams(search);
  if (id) {
    return {
      kind: 'This link points at an API Management service',
      title: id.name,
      facts: [
        ['Resource group', id.resourceGroup],
        ['Subscription', id.subscriptionId],
      ],
      opensAt: tabs.get(query.get('tab')?.toLowerCase() ?? ''),
    };
  }
  const asked = query.get('q');
  if (pathname.startsWith('/find'))
    return {
      kind: 'This link looks for',
      title: visibleText(asked ?? 'an address'),
      facts: [],
      opensAt: 'Find',
    };
  if (pathname.startsWith('/check')) {
    return { kind: 'This link opens', title: 'Check an allowlist', facts: [], opensAt: undefined };
  }
  return { kind: '', title: undefined, facts: [], opensAt: undefined };
}
