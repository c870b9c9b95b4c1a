import { visibleText } from '../visible-text.ts';

/** One side of a property of Azure's change history. Undefined: cut short, so not known. */
export type AzureValue = string | boolean | number | null | readonly AzureValue[] | AzureObject;
export type AzureObject = { readonly [key: string]: AzureValue };

/**
 * Reads a value as the change feed writes it: values are strings, arrays and objects are JSON inside of strings, and
 * absence is null or the text "null", depending on the API version (azure-rest-api-specs,
 * Microsoft.Resources/changes: 2022-05-01 has the text, 2024-06-01-preview null).
 */
export function azureValue(value: unknown, truncated: boolean): AzureValue | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const text = visibleText(value.trim());
    if (text === 'null' || text === '') return null;
    if (!/^[[{"]/.test(text)) return truncated ? undefined : text;
    const parsed = parse(text);
    return parsed ?? (truncated ? undefined : text);
  }
  return truncated ? undefined : plain(value);
}

function parse(text: string): AzureValue | undefined {
  try {
    return plain(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function plain(value: unknown): AzureValue {
  if (typeof value === 'string') return value === 'null' ? null : visibleText(value);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

export function isAzureObject(value: AzureValue | undefined): value is AzureObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member whatever its case: undefined where it is not there. */
export function member(object: AzureObject, name: string): AzureValue | undefined {
  const key = Object.keys(object).find(one => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

export function textOf(value: AzureValue | undefined): string | null | undefined {
  if (value === undefined || value === null) return value;
  return typeof value === 'object' ? undefined : String(value);
}

/** A list, also where Azure gives one text with commas. Null for an empty one. */
export function listOf(value: AzureValue | undefined): readonly string[] | null | undefined {
  if (value === undefined || value === null) return value;
  const items = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : undefined;
  if (!items) return undefined;
  const texts = items.flatMap((item: AzureValue) => textOf(item)?.trim() || []);
  return texts.length === 0 ? null : [...new Set(texts)].sort();
}

export function flagOf(value: AzureValue | undefined): boolean | undefined {
  return value === undefined ? undefined : String(value).toLowerCase() === 'true';
}
