import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseConfig } from '../../src/config/config.ts';
import { nginxConfig } from './nginx.ts';
import { headerRules } from './security-headers.ts';
import { staticWebAppConfig } from './static-web-app.ts';

/**
 * Writes the header files of a host from a configuration: `npm run headers [-- path/to/config.json]`. The hosts that the
 * page may reach stand in its policy, so another cloud needs other headers.
 */
const source = process.argv[2] ?? 'public/config.json';
const result = parseConfig(JSON.parse(readFileSync(source, 'utf8')));
if (result.ok) {
  const rules = headerRules(result.config);
  mkdirSync('deploy', { recursive: true });
  writeFileSync('public/staticwebapp.config.json', staticWebAppConfig(rules));
  writeFileSync('deploy/nginx.conf', nginxConfig(rules));
  console.log(
    `Wrote public/staticwebapp.config.json and deploy/nginx.conf for ${result.config.cloud.label}.`,
  );
} else {
  console.error(`${source} cannot be used:`);
  for (const { field, problem } of result.problems) console.error(`  ${field}: ${problem}`);
  process.exitCode = 1;
}
