import type { ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import type { Touching } from './faults.ts';

const proxyPage =
  '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

/** Sends a drawn answer, or what a fault makes of it. Gives the number of bytes that were meant to arrive. */
export function send(
  response: ServerResponse,
  answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
  },
  touching: Touching,
): number {
  const { status, headers, text } = answer;
  if (touching.find('html-error'))
    return finish(response, 502, { ...headers, 'content-type': 'text/html' }, proxyPage);
  if (touching.find('wrong-type'))
    return finish(response, status, { ...headers, 'content-type': 'text/html' }, text);
  if (touching.find('malformed'))
    return finish(response, status, headers, text.slice(0, Math.ceil(text.length / 2)));
  const gigantic = touching.find('gigantic');
  if (gigantic) return pour(response, status, headers, gigantic.megabytes);
  if (touching.find('cut-off')) return cutOff(response, status, headers, text);
  return finish(response, status, headers, text);
}

function finish(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): number {
  const bytes = Buffer.from(text);
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  response.end(bytes);
  return bytes.length;
}

/** Promises the whole and breaks the connection after the half of it. */
function cutOff(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): number {
  const bytes = Buffer.from(text);
  response.writeHead(status, { ...headers, 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy());
  return bytes.length;
}

/** Blanks for as long as somebody takes them in. */
function pour(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  megabytes: number,
): number {
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  function* chunks(): Generator<Buffer> {
    yield Buffer.from('{"value":[');
    for (let sent = 0; sent < megabytes; sent++) yield chunk;
  }
  response.writeHead(status, headers);
  pipeline(Readable.from(chunks()), response, () => undefined);
  return megabytes * chunk.length;
}
