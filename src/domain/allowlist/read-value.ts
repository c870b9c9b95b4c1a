import { isServiceTag } from '../guidance/azure-cloud-tag.ts';
import { parseHostName } from '../guidance/host-name.ts';
import { parseIpRange } from '../ranges/ip-range.ts';
import { visibleText } from '../visible-text.ts';
import type { EntryValue } from './list.ts';

/** The value of a text that should be an address; a problem where it is nothing of the kind. */
export type ReadValue = EntryValue | { readonly kind: 'problem'; readonly problem: string };

const anyWords = /^(\*|any|all|any4|any6)$/i;

/** A field that holds addresses or service tags, such as `sourceAddressPrefix`: any word is a tag there. */
export function readPrefix(text: string): ReadValue {
  const plain = readAddress(text);
  if (plain) return plain;
  if (isServiceTag(text)) return { kind: 'tag', name: text };
  const host = parseHostName(text);
  if (host !== undefined) return { kind: 'host', host };
  return { kind: 'problem', problem: addressProblem(text) ?? 'neither an address nor a service tag' };
}

/** An address, a range or `any`; undefined for any other text. */
export function readAddress(text: string): EntryValue | undefined {
  if (anyWords.test(text)) return { kind: 'any' };
  const range = parseIpRange(text);
  return range && { kind: 'range', range };
}

/** The tags that a list of addresses may name; in running text any other word is a word. */
const knownTags =
  /^(ApiManagement|AzureCloud|AzureLoadBalancer|AzureTrafficManager|AzureFrontDoor|Internet|VirtualNetwork|Storage|Sql|AzureKeyVault|AzureMonitor|AzureActiveDirectory|AzureConnectors|EventHub|ServiceBus|AppService|LogicApps|PowerPlatformInfra|PowerPlatformPlex|ActionGroup|AzureDevOps|DataFactory)(\.[A-Za-z0-9]+)?$/;

/** A word of running text as a service tag, where it is written as Azure writes one. */
export function readTagWord(text: string): EntryValue | undefined {
  return knownTags.test(text) ? { kind: 'tag', name: text } : undefined;
}

/** What is wrong with a text that looks as if an address was meant; undefined where it does not. */
export function addressProblem(text: string): string | undefined {
  const shown = visibleText(text);
  if (shown !== text && readAddress(shown.replace(/\[U\+[0-9A-F]+\]/g, ''))?.kind === 'range')
    return `holds what cannot be seen: ${shown}`;
  const meant =
    /^\d{1,4}(\.\d{0,4}){2,4}([/-][\d./-]*)?$/.test(text) ||
    /^[\dxX*]+(\.[\dxX*]+){3}(\/\d+)?$/.test(text) ||
    (/^[0-9a-f:.]+(\/\d+)?$/i.test(text) && text.split(':').length > 3);
  return meant ? 'not a valid address' : undefined;
}
