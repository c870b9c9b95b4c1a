import { type Sandbox, startSandbox } from './start.ts';

/** For a command line: a sandbox that cannot start ends the program, with what to do. */
export async function startOrExit(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
  try {
    return await startSandbox(options);
  } catch (error) {
    console.error(`\n${startProblem(error, options.appPort)}\n`);
    process.exit(1);
  }
}

/** What to do where the sandbox cannot listen, for whoever started it; any other failure as it is. */
export function startProblem(error: unknown, appPort: number): string {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  if (!isTaken) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `The sandbox needs ports ${appPort} to ${appPort + 2}, and one of them is taken: ${error.message}\nThe environment variable PORT moves all three, for example to 5173.`;
}
