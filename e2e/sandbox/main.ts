// The stand-in for Azure alone: `PORT=4173 npx tsx e2e/sandbox/main.ts`, for an app that is served from that port.
import { startSandbox } from './start.ts';

const sandbox = await startSandbox({ appPort: Number(process.env['PORT'] ?? 4173) });
console.log(
  `Azure Resource Manager of the sandbox: ${sandbox.armOrigin}, its controls: ${sandbox.armOrigin}/_control/`,
);
console.log(`config.json for ${sandbox.appOrigin}:`);
console.log(JSON.stringify(sandbox.config, null, 2));
