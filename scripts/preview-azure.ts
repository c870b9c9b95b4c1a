import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Connect, preview } from 'vite';
import { isAnyTenant, parseConfig } from '../src/config/config.ts';
import { type HeaderRule, headerRules, headersFor } from './headers/security-headers.ts';

/**
 * `npm run preview:azure [-- path/to/config.json]`: the built files on this machine against a real configuration, with the
 * headers that a deployment of it sends. `http://localhost:4173/redirect.html` has to be a redirect URI of the app.
 */
const source = process.argv[2] ?? 'dist/config.json';
const port = Number(process.env['PORT'] ?? 4173);

function serve(text: string, rules: readonly HeaderRule[]): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    for (const [name, value] of Object.entries(headersFor(rules, path))) response.setHeader(name, value);
    if (path.startsWith('/assets/') && !existsSync(join('dist', path))) {
      // As a deployment answers: the page itself would be taken for the script that is not there.
      response.statusCode = 404;
      response.end();
      return;
    }
    if (path !== '/config.json') return next();
    response.setHeader('Content-Type', 'application/json');
    response.end(text);
  };
}

async function start(): Promise<string> {
  if (!existsSync('dist/index.html')) return 'There is no build yet: npm run build makes it.';
  if (!existsSync(source))
    return `There is no ${source}. Name your config.json: npm run preview:azure -- FILE`;
  const text = readFileSync(source, 'utf8');
  const result = parseConfig(JSON.parse(text));
  if (!result.ok) {
    return [
      `${source} cannot be used:`,
      ...result.problems.map(one => `  ${one.field}: ${one.problem}`),
    ].join('\n');
  }
  const rules = headerRules(result.config);
  await preview({
    configFile: false,
    plugins: [
      {
        name: 'azure-preview',
        configurePreviewServer: server => void server.middlewares.use(serve(text, rules)),
      },
    ],
    preview: { port, strictPort: true, host: 'localhost' },
  });
  const { cloud, clientId, tenant } = result.config;
  console.log(`\n  http://localhost:${port}, against ${cloud.label} (${cloud.resourceManager})`);
  if (clientId === '') console.log(`  ${source} has no clientId yet: the page shows how to make one.`);
  else console.log(`  Redirect URI to register: http://localhost:${port}/redirect.html`);
  if (clientId !== '' && isAnyTenant(tenant))
    console.log(
      `  ${source} names no tenant: that works with an app that is registered for several tenants alone.`,
    );
  return '';
}

const problem = await start();
if (problem !== '') {
  console.error(problem);
  process.exitCode = 1;
}
