import type { AccessToken, TokenCredential } from '@azure/identity';
import * as v from 'valibot';
import type { TokenRequest } from '../src/azure/arm.ts';
import { ArmError, type ArmScope } from '../src/azure/arm-error.ts';
import type { Cloud } from '../src/config/cloud.ts';

export type SignIn = {
  /** A token for Azure Resource Manager. @throws ArmError of kind `sign-in` */
  readonly getToken: (scope: ArmScope, request: TokenRequest) => Promise<string>;
  /** For Azure Storage, with the same identity. */
  readonly storage: TokenCredential;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Signs in as Azure's tools do (DefaultAzureCredential: workload identity, managed identity, az login), or with tokens
 * of the environment where RECORD_ARM_TOKEN is set. The library is loaded only where it is needed: it takes 0.3 s.
 */
export function signIn(cloud: Cloud, environment: Environment): SignIn {
  const given = environment['RECORD_ARM_TOKEN'];
  const chain = once(async (): Promise<TokenCredential> => {
    const { DefaultAzureCredential } = await import('@azure/identity');
    return new DefaultAzureCredential({ authorityHost: cloud.authority });
  });
  return {
    async getToken(scope, { claims }) {
      if (given) return given;
      const options = claims === undefined ? {} : { claims, enableCae: true };
      const credential = await chain();
      const answer = await credential
        .getToken(`${cloud.resourceManager}/.default`, options)
        .catch((error: unknown) => {
          throw refused(scope, error);
        });
      if (!answer) throw refused(scope, undefined);
      return answer.token;
    },
    storage: {
      async getToken(scopes, options) {
        const token = environment['RECORD_STORAGE_TOKEN'];
        if (token) return { token, expiresOnTimestamp: expiryOf(token) } satisfies AccessToken;
        return (await chain()).getToken(scopes, options);
      },
    },
  };
}

/** The tenant (GUID) that a token is of: the file belongs to it. @throws Error for what is no token of Microsoft Entra */
export function tenantOf(token: string): string {
  const claims = v.safeParse(v.object({ tid: v.pipe(v.string(), v.nonEmpty()) }), payloadOf(token));
  if (!claims.success) throw new Error('The token for Azure Resource Manager names no tenant (claim tid).');
  return claims.output.tid;
}

function expiryOf(token: string): number {
  const claims = v.safeParse(v.object({ exp: v.number() }), payloadOf(token));
  return claims.success ? claims.output.exp * 1000 : Date.now() + 3_600_000;
}

function payloadOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function refused(scope: ArmScope, cause: unknown): ArmError {
  const [line = ''] = (cause instanceof Error ? cause.message : 'no token came').split('\n');
  return new ArmError({
    kind: 'sign-in',
    scope,
    status: 0,
    code: 'SignInFailed',
    message: `Sign-in failed: ${line} Sign in with az login, give this machine an identity, or set RECORD_ARM_TOKEN.`,
    correlationId: null,
  });
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
