import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const packageSchema = v.object({ version: v.string() });

/** The commit of this folder; where there is no git (an image, an archive) what APP_COMMIT says. */
function commit(): string {
  const said = process.env['APP_COMMIT'];
  if (said) return said;
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}

/** Constants that the build writes into the app. */
export function buildConstants(): Record<string, string> {
  const { version } = v.parse(packageSchema, JSON.parse(readFileSync('package.json', 'utf8')));
  return { __APP_VERSION__: JSON.stringify(version), __APP_COMMIT__: JSON.stringify(commit()) };
}
