import { compareText } from '../compare-text.ts';
import type { Service } from '../service.ts';

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A host name in lower case, or undefined for a text that is not one (wildcards, ports and addresses are not). */
export function parseHostName(text: string): string | undefined {
  const name = text.trim().toLowerCase().replace(/\.$/, '');
  const labels = name.split('.');
  const valid = name.length <= 253 && labels.length > 1 && labels.every(part => label.test(part));
  return valid && !/^\d+$/.test(labels.at(-1) ?? '') ? name : undefined;
}

/** The host of a URL in ARM's answer, or undefined for a text that holds none. */
export function hostOfUrl(url: string | null): string | undefined {
  const match = /^https?:\/\/([^/?#:@\s]+)(?::\d+)?(?:[/?#]|$)/i.exec(url ?? '');
  return match?.[1] ? parseHostName(match[1]) : undefined;
}

/** The names by which clients call the gateway, and what Azure reports as one but is none. */
export function gatewayHostNames(service: Service): {
  names: readonly string[];
  unreadable: readonly string[];
} {
  const texts = service.hostNames.filter(({ type }) => /^proxy$/i.test(type)).map(({ hostName }) => hostName);
  const names = new Set<string>();
  const unreadable = new Set<string>();
  for (const text of texts) {
    const name = parseHostName(text);
    if (name) names.add(name);
    else unreadable.add(text);
  }
  return { names: [...names].sort(compareText), unreadable: [...unreadable].sort(compareText) };
}
