import type { IncomingMessage } from 'node:http';
import { ArmRefusal } from './answer.ts';

/** 4 MB: a query that names 10,000 subscriptions takes less than a tenth of it. */
const limit = 4 * 1024 * 1024;

/** The body as text. @throws ArmRefusal 413 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit)
      throw new ArmRefusal(
        413,
        'RequestContentTooLarge',
        'The request content size exceeds the maximum of 4 MB.',
      );
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}
