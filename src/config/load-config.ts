import { type ConfigResult, parseConfig } from './config.ts';

/** Fetches and validates `/config.json`. The request matches the page's preload, so it is not sent twice. */
export async function loadConfig(): Promise<ConfigResult> {
  try {
    const response = await fetch('/config.json', { credentials: 'same-origin' });
    if (!response.ok) return unreadable(`the server answered ${response.status}`);
    const text = await response.text();
    try {
      return parseConfig(JSON.parse(text));
    } catch (error) {
      return unreadable(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  } catch {
    return unreadable('it could not be fetched; is the network up?');
  }
}

function unreadable(problem: string): ConfigResult {
  return { ok: false, problems: [{ field: 'config.json', problem }] };
}
