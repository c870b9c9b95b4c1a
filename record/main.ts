// The recorder: `npm run record -- --help`.
import { run } from './cli.ts';

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  now: Date.now,
});
