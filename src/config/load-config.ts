import { type ConfigResult, parseConfig } from './config.ts';

/**
 * Fetches and validates `/config.json`. The request matches the page's preload, so it is not sent twice. `onHostTime` is
 * told the host's time, epoch ms; null where it told none.
 * @throws where the host cannot be reached
 */
export async function loadConfig(onHostTime: (at: number | null) => void): Promise<ConfigResult> {
  const response = await fetch('/config.json', { credentials: 'same-origin' });
  onHostTime(hostTime(response));
  if (!response.ok) return unreadable(`the server answered ${response.status}`);
  const text = await response.text();
  try {
    return parseConfig(JSON.parse(text));
  } catch (error) {
    return unreadable(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** RFC 9110 and 9111: an answer that was kept on its way is as old as it says. */
function hostTime({ headers }: Response): number | null {
  const at = Date.parse(headers.get('Date') ?? '');
  return Number.isNaN(at) ? null : at + 1_000 * Number(headers.get('Age') ?? 0);
}

function unreadable(problem: string): ConfigResult {
  return { ok: false, problems: [{ field: 'config.json', problem }] };
}
