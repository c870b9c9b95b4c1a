import type { ApiManagementClient } from '@azure/arm-apimanagement';
import type { TestArm } from './test-arm.ts';

type Pipeline = ApiManagementClient['pipeline'];
type Credential = { getToken(): Promise<{ token: string; expiresOnTimestamp: number }> };
type Options = { endpoint: string; allowInsecureConnection: boolean };

/** Puts a sandbox token on every request: Microsoft's own bearer policy refuses plain http, even to this machine. */
function speakHttp<Client extends { readonly pipeline: Pipeline }>(
  client: Client,
  { token }: TestArm,
): Client {
  client.pipeline.removePolicy({ name: 'bearerTokenAuthenticationPolicy' });
  client.pipeline.addPolicy({
    name: 'sandboxBearer',
    sendRequest: (request, next) => {
      request.allowInsecureConnection = true;
      request.headers.set('authorization', `Bearer ${token()}`);
      return next(request);
    },
  });
  return client;
}

/** Microsoft's client as its users have it, but for plain http. */
export function sandboxClient<Client extends { readonly pipeline: Pipeline }>(
  Made: new (credential: Credential, subscriptionId: string, options: Options) => Client,
  sandbox: TestArm,
  subscriptionId: string,
): Client {
  return speakHttp(
    new Made(credential(sandbox), subscriptionId, {
      endpoint: sandbox.origin,
      allowInsecureConnection: true,
    }),
    sandbox,
  );
}

/** A credential that gives a token of the admin. */
export function credential({ token }: TestArm): Credential {
  return { getToken: async () => ({ token: token(), expiresOnTimestamp: Date.now() + 60_000 }) };
}
