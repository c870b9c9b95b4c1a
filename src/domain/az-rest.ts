/**
 * The Azure CLI command that sends a read, safe to paste into bash, zsh, PowerShell and cmd: every character that any
 * of them could take for syntax is percent-encoded, so that no name in a URL can end the quotes or run anything.
 * `az rest` takes the token of the subscription that the URL names (azure-cli, util.py, send_raw_request).
 */
export function azRestCommand(url: string): string {
  return `az rest --method get --url "${shellSafe(url)}"`;
}

/** What a URL may hold and no shell reads as syntax inside double quotes. `%` stands only before two hex digits. */
const unsafe = /%(?![0-9a-f]{2})|[^A-Za-z0-9\-._~:/?=&,;@+%[\]]/gi;

function shellSafe(url: string): string {
  return url
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(unsafe, part => Array.from(new TextEncoder().encode(part), percent).join(''));
}

function percent(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
