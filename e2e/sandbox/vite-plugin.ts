import type { Connect, Plugin } from 'vite';
import { type HeaderRule, headerRules, headersFor } from '../../scripts/headers/security-headers.ts';
import { parseConfig } from '../../src/config/config.ts';
import { type Sandbox, teamHistoryPath } from './start.ts';

function rulesOf(config: unknown): readonly HeaderRule[] {
  const result = parseConfig(config);
  if (!result.ok)
    throw new Error(`The sandbox's configuration is not valid: ${JSON.stringify(result.problems)}`);
  return headerRules(result.config);
}

/** Changes a header before it is sent, for tests of what each header is there for. */
type ChangeHeader = (name: string, value: string) => string;

/** Answers for the sandbox's configuration and its team's history file and, where asked, sends the production headers. */
function serve(
  sandbox: Sandbox,
  rules: readonly HeaderRule[],
  change: ChangeHeader = (_name, value) => value,
): Connect.NextHandleFunction {
  return (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    for (const [name, value] of Object.entries(headersFor(rules, path)))
      response.setHeader(name, change(name, value));
    if (path === '/config.json') {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(sandbox.config));
    } else if (path === teamHistoryPath && 'history' in sandbox.config) {
      response.setHeader('Content-Type', 'application/x-ndjson');
      response.end(sandbox.history());
    } else next();
  };
}

/**
 * Joins the sandbox to Vite's servers: its configuration stands where a deployment's config.json would, so the app
 * cannot tell it from Azure. The preview server sends the headers of a deployment; the development server cannot,
 * because hot reload needs inline scripts.
 */
export function sandboxPlugin(sandbox: Promise<Sandbox>, change?: ChangeHeader): Plugin {
  return {
    name: 'sandbox',
    async configureServer(server) {
      server.middlewares.use(serve(await sandbox, []));
      server.httpServer?.on('close', () => void sandbox.then(one => one.close()));
    },
    async configurePreviewServer(server) {
      const started = await sandbox;
      server.middlewares.use(serve(started, rulesOf(started.config), change));
      server.httpServer.on('close', () => void started.close());
    },
  };
}
