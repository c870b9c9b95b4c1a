import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Plugin, preview } from 'vite';
import { startSandbox } from '../../e2e/sandbox/start.ts';
import { sandboxPlugin } from '../../e2e/sandbox/vite-plugin.ts';

/** One request to Azure as the product made it. */
export type ArmRequest = { readonly url: string; readonly method: string; readonly body: string | null };
export type LimitRequests = {
  readonly token: string;
  /** Each list one after the other, the lists side by side. */
  readonly chains: readonly (readonly ArmRequest[])[];
};

/** The built product and, from the same server, the limit page, before a fleet of so many services. */
export async function startPages(services: number, appPort: number) {
  const scale = { services, subscriptions: Math.max(1, services / 10), regionsEach: 2 };
  const sandbox = await startSandbox({ appPort, scale });
  let requests: LimitRequests = { token: '', chains: [] };
  const limit: Plugin = {
    name: 'limit',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((request, response, next) => {
        const path = request.url?.split('?')[0] ?? '';
        const file = { '/limit': 'limit.html', '/limit.js': 'limit.js' }[path];
        if (request.url === '/limit.json') {
          response.setHeader('Content-Type', 'application/json');
          response.end(JSON.stringify(requests));
        } else if (file) {
          response.setHeader('Content-Type', file.endsWith('js') ? 'text/javascript' : 'text/html');
          response.end(readFileSync(join(import.meta.dirname, file)));
        } else next();
      });
    },
  };
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    plugins: [limit, sandboxPlugin(Promise.resolve(sandbox))],
    preview: { port: appPort, strictPort: true, host: 'localhost' },
  });
  return {
    sandbox,
    setLimit: (made: LimitRequests) => {
      requests = made;
    },
    close: async () => {
      await server.close();
      await sandbox.close();
    },
  };
}
