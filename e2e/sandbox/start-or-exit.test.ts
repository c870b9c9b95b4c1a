import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { startSandbox } from './start.ts';
import { startProblem } from './start-or-exit.ts';

it('a port that is taken is said with all three and the variable that moves them', async () => {
  const appPort = 5_870;
  const other = createServer();
  await new Promise<void>(resolve => other.listen(appPort + 2, '127.0.0.1', resolve));
  const problem = await startSandbox({ appPort }).then(
    () => 'it started',
    (error: unknown) => startProblem(error, appPort),
  );
  other.close();
  expect(problem).toContain('ports 5870 to 5872');
  expect(problem).toContain('PORT');
});

it('any other failure is told as it is', () => {
  expect(startProblem(new Error('no disk'), 1)).toContain('no disk');
});
