import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { blobTarget } from './blob-target.ts';
import { type Azurite, startAzurite } from './testing/azurite.ts';
import { type Fault, startFaultyProxy } from './testing/faulty-proxy.ts';
import { addLine, linesOf } from './testing/lines.ts';
import { startTestRecorder } from './testing/recorder.ts';

let azurite: Azurite;
beforeAll(async () => {
  azurite = await startAzurite();
});
afterAll(() => azurite.close());

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const target = (name: string) => blobTarget(azurite.blob(name), { credential: azurite.credential });

/** The blob behind a connection on which something happens to the requests that `faults` names by their number. */
async function behind(name: string, faults: (method: string, number: number) => Fault) {
  let number = 0;
  const proxy = await startFaultyProxy(azurite.origin, method => faults(method, number++));
  closing.push(proxy.close);
  const url = azurite.signed(name).replace(azurite.origin, proxy.origin);
  return blobTarget(url, { credential: null, retryDelayMs: 1 });
}

describe('a blob', () => {
  it('loses no line of two recorders that write a hundred times each', async () => {
    const rounds = async (name: string) => {
      for (let round = 0; round < 100; round++) await addLine(target('two.jsonl'), `${name} ${round}`);
    };
    await Promise.all([rounds('a'), rounds('b')]);
    const lines = await linesOf(target('two.jsonl'));
    const all = ['a', 'b'].flatMap(name => Array.from({ length: 100 }, (_, round) => `${name} ${round}`));
    expect([...lines].sort()).toEqual(all.sort());
  });

  it('is written once where two recorders begin at the same moment', async () => {
    const [first, second] = [target('first.jsonl'), target('first.jsonl')];
    const [a, b] = [await first.read(), await second.read()];
    expect(await first.write(['a\n'], a.version)).toBe('written');
    expect(await second.write(['b\n'], b.version)).toBe('conflict');
    expect(await linesOf(first)).toEqual(['a']);
  });

  it.each<readonly [string, Fault]>([
    ['storage is busy', { status: 503 }],
    ['a request is lost', 'lost'],
    ['the answer to a request is lost', 'answer-lost'],
    ['an answer is cut off', 'cut-off'],
  ])('loses and doubles nothing where %s', async (what, fault) => {
    const name = `${what.replaceAll(' ', '-')}.jsonl`;
    const faulty = await behind(name, (_, number) => (number % 7 === 3 ? fault : null));
    for (let round = 0; round < 10; round++) await addLine(faulty, `line ${round}`);
    expect(await linesOf(target(name))).toEqual(Array.from({ length: 10 }, (_, round) => `line ${round}`));
  });

  it('says what is missing where there is no container, or no right', async () => {
    const gone = azurite.blob('x').replace('/history/', '/nowhere/');
    await expect(addLine(blobTarget(gone, { credential: azurite.credential }), 'a')).rejects.toThrow(
      `${gone}: storage answered ContainerNotFound. Make the container first`,
    );
    const unsigned = blobTarget(azurite.blob('x'), { credential: null });
    await expect(addLine(unsigned, 'a')).rejects.toThrow(/Storage Blob Data Contributor|ResourceNotFound/);
  });

  it('holds what two recorders of the same fleet saw, each change once', async () => {
    const recorder = await startTestRecorder();
    closing.push(recorder.close);
    const out = ['--out', azurite.signed('fleet.jsonl')];
    const both = () => Promise.all([recorder.record(...out), recorder.record(...out)]);
    expect((await both()).map(run => run.code)).toEqual([0, 0]);
    recorder.wait(3_600_000);
    const service = recorder.id('contoso-api-prod');
    recorder.arm.controls.mutate({ kind: 'change-addresses', service, region: 'westeurope', silent: true });
    recorder.wait(3_600_000);
    expect((await both()).map(run => run.code).sort()).toEqual([0, 2]);
    const since = await recorder.record(...out, '--since', '1d', '--json');
    expect(JSON.parse(since.stdout).changes).toMatchObject([{ service, causes: ['unexplained'] }]);
    expect(`${since.stdout}${since.stderr}`).not.toContain('sig=');
  });
});
