import { invalidQuery } from '../kql-error.ts';

/**
 * Makes a regular expression of KQL's (RE2) into JavaScript's. The part that both mean alike is taken, with leading
 * flags such as `(?i)`; what RE2 lacks (look-around, back references) and its own classes are refused.
 */
export function regexOf(at: number, source: string, flags = ''): RegExp {
  const leading = /^\(\?([ims]+)\)/.exec(source);
  const body = source.slice(leading?.[0].length ?? 0).replaceAll('(?P<', '(?<');
  const foreign = /\(\?(?:[=!]|<[=!])|\(\?[a-zA-Z-]+[:)]|\\(?:[1-9]|k<|p|P|pN|Q|E|A|z|C)|\[\[:/.exec(body);
  if (foreign !== null) throw unreadable(at, source);
  try {
    return new RegExp(body, `${flags}u${leading?.[1] ?? ''}`);
  } catch {
    throw unreadable(at, source);
  }
}

function unreadable(at: number, source: string) {
  return invalidQuery(
    at,
    source,
    `The regular expression '${source}' is not valid, or not one the sandbox can read.`,
  );
}
