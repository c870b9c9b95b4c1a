import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { preview } from 'vite';
import { type Sandbox, startSandbox } from './sandbox/start.ts';
import { sandboxPlugin } from './sandbox/vite-plugin.ts';

/** A host that the policy is sent without, to prove that the policy needs it. */
type Withheld = { readonly directive: string; readonly origin: string };

type WorkerFixtures = {
  readonly running: Sandbox;
  readonly withheld: { host: Withheld | undefined };
  /** `127.0.0.1` makes the sign-in service another site: the world of blocked third-party cookies. */
  readonly loginHost: 'localhost' | '127.0.0.1';
};
type Fixtures = {
  /** The stand-in Azure of this worker, as new at the start of each test. */
  readonly sandbox: Sandbox;
  /** What the browser reported against the policy, and requests to strangers; a test fails when there is any. */
  readonly violations: string[];
  /** From the next page on, the policy is sent without that host; `undefined` sends it whole again. */
  readonly withhold: (host: Withheld | undefined) => void;
  /** Opens an address (of this app) and signs in as one of the sandbox's users. */
  readonly signInAs: (username: string, address?: string) => Promise<void>;
};

/** Every worker has its own three origins, so that tests in parallel never share a fault or a change. */
const firstPort = Number(process.env['E2E_PORT'] ?? 4700);

export const test = base.extend<Fixtures, WorkerFixtures>({
  loginHost: ['localhost', { scope: 'worker', option: true }],
  withheld: [async ({ loginHost: _ }, use) => use({ host: undefined }), { scope: 'worker' }],
  running: [
    async ({ loginHost, withheld }, use, { parallelIndex }) => {
      const appPort = firstPort + parallelIndex * 10;
      const sandbox = await startSandbox({ appPort, loginHost });
      const server = await preview({
        configFile: false,
        logLevel: 'error',
        plugins: [
          sandboxPlugin(Promise.resolve(sandbox), (name, value) =>
            name === 'Content-Security-Policy' && withheld.host ? without(value, withheld.host) : value,
          ),
        ],
        preview: { port: appPort, strictPort: true, host: 'localhost' },
      });
      await use(sandbox);
      await server.close();
      await sandbox.close();
    },
    { scope: 'worker' },
  ],
  sandbox: async ({ running }, use) => {
    await running.reset();
    await use(running);
  },
  baseURL: async ({ sandbox }, use) => use(sandbox.appOrigin),
  violations: async ({ context, sandbox }, use) => {
    const found: string[] = [];
    watchPolicy(context, found);
    watchRequests(context, sandbox, found);
    await use(found);
    expect(found, 'what the policy forbids, and requests to anybody but the app, ARM and sign-in').toEqual(
      [],
    );
  },
  withhold: async ({ withheld }, use) => {
    await use(host => {
      withheld.host = host;
    });
    withheld.host = undefined;
  },
  signInAs: async ({ page, violations }, use) => {
    await use(async (username, address = '/') => {
      expect(violations).toEqual([]);
      await page.goto(address);
      await signIn(page, username);
    });
  },
});

/** @throws where the policy never named the host: the test would prove nothing */
function without(policy: string, { directive, origin }: Withheld): string {
  const parts = policy.split('; ').map(part => {
    const [name, ...values] = part.split(' ');
    if (name !== directive) return part;
    if (!values.includes(origin)) throw new Error(`${directive} does not name ${origin}`);
    return [name, ...values.filter(value => value !== origin)].join(' ');
  });
  return parts.join('; ');
}

function watchPolicy(context: BrowserContext, found: string[]): void {
  context.on('console', message => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/i.test(message.text())) found.push(message.text());
  });
}

/** There is no telemetry: nobody but these three ever hears from the page, beacons and pings included. */
function watchRequests(context: BrowserContext, sandbox: Sandbox, found: string[]): void {
  const known = [sandbox.appOrigin, sandbox.armOrigin, sandbox.loginOrigin];
  context.on('request', request => {
    const { protocol, origin } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && !known.includes(origin)) found.push(`a request to ${origin}`);
  });
}

/** Presses the page's own button and picks a user on the sandbox's sign-in page. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await page.getByRole('button', { name: username }).click();
}

export { expect };
