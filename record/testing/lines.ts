import { replaceTarget } from '../replace-target.ts';
import type { Snapshot, Target } from '../target.ts';

/** Reads a target and writes it with one more line, once, as a recorder does with its entries. */
export async function addLine(target: Target, line: string): Promise<void> {
  await replaceTarget(target, async snapshot => {
    const lines = [...new Set([...(await read(snapshot)), line])];
    return { lines: lines.map(one => `${one}\n`), result: undefined };
  });
}

export async function linesOf(target: Target): Promise<readonly string[]> {
  return read(await target.read());
}

async function read({ chunks }: Snapshot): Promise<readonly string[]> {
  const parts: Buffer[] = [];
  if (chunks) for await (const chunk of chunks) parts.push(Buffer.from(chunk));
  return Buffer.concat(parts)
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '');
}
