import { Arm } from './arm/arm.ts';
import { type ArmControls, createArmControls } from './arm/control/controls.ts';
import { startArm } from './arm/server.ts';
import { createLoginControls, type LoginControls } from './login/controls.ts';
import { authorityMetadata } from './login/metadata.ts';
import { startLogin } from './login/server.ts';
import { contoso, sandboxTenants } from './tenants.ts';
import { createTokens, type SandboxTokens } from './tokens.ts';
import { sandboxUsers } from './users.ts';
import { Clock } from './world/clock.ts';
import type { WorldScale } from './world/create-world.ts';
import { historyFile } from './world/history/history-file.ts';
import type { World } from './world/world.ts';

export type SandboxOptions = {
  readonly appPort: number;
  /** `appPort + 1` where it is left out. */
  readonly armPort?: number;
  /** `appPort + 2` where it is left out. */
  readonly loginPort?: number;
  readonly scale?: WorldScale;
  /** `127.0.0.1` is another site than the app: the world of blocked third-party cookies. */
  readonly loginHost?: 'localhost' | '127.0.0.1';
  /** The configuration names a history file that a team keeps: the year that the sandbox's fleet has behind it. */
  readonly teamHistory?: boolean;
  /** Epoch ms; the real clock where it is left out. */
  readonly now?: () => number;
};

export type Sandbox = {
  readonly appOrigin: string;
  readonly armOrigin: string;
  readonly loginOrigin: string;
  /** The app's config.json (design 4). */
  readonly config: Readonly<Record<string, unknown>>;
  readonly world: World;
  readonly controls: { readonly arm: ArmControls; readonly login: LoginControls };
  /** Mints access tokens for tests that speak to ARM without a sign-in. */
  readonly tokens: SandboxTokens;
  /** A history file of what a reader in a tenant would have recorded until now (design 7); the home tenant's by default. */
  history(tenant?: string): string;
  /** Both servers back to their first moment; sessions end, issued tokens stay valid. */
  reset(): void;
  close(): Promise<void>;
};

/** Where the app finds the history file of the sandbox's team. */
export const teamHistoryPath = '/history.jsonl';

const cloudName = 'Sandbox';
const clientId = '2d4f9c61-8e07-4b35-a1d2-6c90e5f7b384';

/** Starts the stand-in Azure: sign-in and ARM, each on an origin of its own. @throws where a port is taken */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const {
    appPort,
    armPort = appPort + 1,
    loginPort = appPort + 2,
    scale = 'showcase',
    loginHost = 'localhost',
    teamHistory = false,
  } = options;
  const appOrigin = `http://localhost:${appPort}`;
  const clock = new Clock(options.now);
  const tokens = createTokens({ issuerOrigin: `http://${loginHost}:${loginPort}` });
  const loginControls = createLoginControls();
  const login = await startLogin({
    port: loginPort,
    appOrigins: () => [appOrigin],
    users: sandboxUsers,
    tenants: sandboxTenants,
    now: () => clock.now(),
    tokens,
    controls: loginControls,
    clientId,
    controlOrigins: () => [appOrigin, `http://localhost:${armPort}`],
  });
  const arm = new Arm({ clock, scale, tokens });
  const armServer = await startArm(arm, armPort).catch(async (error: unknown) => {
    await login.close();
    throw error;
  });
  const loginOrigin = login.origin.replace('localhost', loginHost);
  arm.loginOrigin = loginOrigin;
  return {
    appOrigin,
    armOrigin: armServer.origin,
    loginOrigin,
    config: {
      version: 1,
      clientId,
      tenant: 'organizations',
      cloud: {
        name: cloudName,
        authority: 'https://login.microsoftonline.com',
        resourceManager: armServer.origin,
        scope: `${tokens.audience}/user_impersonation`,
        portal: 'https://portal.azure.com',
        authorityMetadata: authorityMetadata(loginOrigin),
      },
      ...(teamHistory && { history: { device: true, url: teamHistoryPath } }),
    },
    get world() {
      return arm.world;
    },
    controls: { arm: createArmControls(arm), login: loginControls },
    tokens,
    history: (tenant = contoso.id) => historyFile(arm.world, { cloud: cloudName, tenant }),
    reset: () => {
      arm.reset();
      loginControls.reset();
    },
    close: async () => {
      await Promise.all([armServer.close(), login.close()]);
    },
  };
}
