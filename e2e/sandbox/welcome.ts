import type { Plugin } from 'vite';
import type { Sandbox } from './start.ts';
import { sandboxUsers } from './users.ts';

/** Who can sign in, one a line, and what each is good for. */
export function userLines(): string {
  return sandboxUsers.map(user => `    ${user.username.padEnd(24)} ${user.note}`).join('\n');
}

/** Says where the product is and as whom one can sign in, once the server listens. */
export function printWelcome(sandbox: Promise<Sandbox>): Plugin {
  async function say(): Promise<void> {
    const { appOrigin, armOrigin } = await sandbox;
    console.log(
      `\n  APIM IP Dashboard, on the sandbox: ${appOrigin}\n\n  Sign in as (no password):\n${userLines()}\n\n  Change the sandbox's Azure: ${armOrigin}/_control/\n  Stop with Ctrl+C.\n`,
    );
  }
  return {
    name: 'sandbox-welcome',
    configureServer: server => void server.httpServer?.once('listening', () => void say()),
    configurePreviewServer: server => void server.httpServer.once('listening', () => void say()),
  };
}
