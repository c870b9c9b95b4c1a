import { startOrExit } from './start-or-exit.ts';
import { userLines } from './welcome.ts';

/** `npm run sandbox`: the stand-in for Azure alone, for an app that is served at PORT (4173). */
const { appOrigin, armOrigin, loginOrigin, config } = await startOrExit({
  appPort: Number(process.env['PORT'] ?? 4173),
});
console.log(`
  A stand-in for Azure: Resource Manager ${armOrigin}, sign-in ${loginOrigin}
  Change it, or let something go wrong: ${armOrigin}/_control/

  Sign in as (no password):
${userLines()}

  config.json for an app at ${appOrigin}:
${JSON.stringify(config, null, 2)}

  Stop with Ctrl+C.
`);
