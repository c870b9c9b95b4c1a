import { contoso } from '../tenants.ts';
import { createTokens, type SandboxTokens } from '../tokens.ts';
import { findUser, sandboxUsers } from '../users.ts';
import { Clock } from '../world/clock.ts';
import type { WorldScale } from '../world/create-world.ts';
import { pictureDay } from '../world/fleet/showcase.ts';
import { Arm } from './arm.ts';
import { type ArmControls, createArmControls } from './control/controls.ts';
import { startArm } from './server.ts';

type Told = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into ARM's answers as JSON; an assertion is the check
  readonly body: any;
  readonly text: string;
};

type Ask = {
  readonly as?: string;
  readonly tenant?: string;
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly body?: unknown;
};

export type TestArm = {
  readonly arm: Arm;
  readonly origin: string;
  readonly controls: ArmControls;
  readonly tokens: SandboxTokens;
  /** A token of a sample user; an hour long, from the sandbox's now. */
  token(as?: string, tenant?: string, lifetimeSeconds?: number): string;
  /** Asks as the admin in Contoso's tenant unless told otherwise. */
  ask(path: string, how?: Ask): Promise<Told>;
  close(): Promise<void>;
};

const tokens = createTokens();

/** Starts the stand-in on a free port, on the day of the pictures. */
export async function startTestArm({
  scale = 'showcase',
}: {
  readonly scale?: WorldScale;
} = {}): Promise<TestArm> {
  const arm = new Arm({ clock: new Clock(() => pictureDay), scale, tokens });
  const server = await startArm(arm, 0);
  const token: TestArm['token'] = (
    as = 'admin@contoso.com',
    tenantId = contoso.id,
    lifetimeSeconds = 3600,
  ) => {
    const user = findUser(sandboxUsers, as);
    if (!user) throw new Error(`No user ${as}`);
    return tokens.mintAccessToken({
      user,
      tenantId,
      scopes: ['user_impersonation'],
      now: arm.clock.now(),
      lifetimeSeconds,
    });
  };
  return {
    arm,
    origin: server.origin,
    controls: createArmControls(arm),
    tokens,
    token,
    close: server.close,
    ask: async (path, { as, tenant, token: given, headers = {}, method = 'GET', body } = {}) => {
      const bearer = given === undefined ? token(as, tenant) : given;
      const response = await fetch(server.origin + path, {
        method,
        headers: { ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') && text !== '';
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : undefined,
      };
    },
  };
}
