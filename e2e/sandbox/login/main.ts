// The stand-in alone: `PORT=4175 APP_ORIGIN=http://localhost:4173 npx tsx e2e/sandbox/login/main.ts`
import { sandboxTenants } from '../tenants.ts';
import { createTokens } from '../tokens.ts';
import { sandboxUsers } from '../users.ts';
import { createLoginControls } from './controls.ts';
import { authorityMetadata } from './metadata.ts';
import { startLogin } from './server.ts';

const port = Number(process.env['PORT'] ?? 4175);
const appOrigin = process.env['APP_ORIGIN'] ?? 'http://localhost:4173';

const login = await startLogin({
  port,
  appOrigins: () => [appOrigin],
  users: sandboxUsers,
  tenants: sandboxTenants,
  now: Date.now,
  tokens: createTokens({ issuerOrigin: `http://localhost:${port}` }),
  controls: createLoginControls(),
});
console.log(`Sign-in of the sandbox for ${appOrigin}. authorityMetadata for config.json:`);
console.log(JSON.stringify(authorityMetadata(login.origin), null, 2));
