import type { IncomingMessage } from 'node:http';

/** One request, and what the router found in its path. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
};

/** What is sent back; a broken server sends nothing (`hang`) or closes the connection (`reset`). */
export type Reply =
  | {
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | 'hang'
  | 'reset';

const bodyLimit = 64 * 1024;

/** The body as text. @throws Error past 64 kB: nothing that speaks this protocol is longer */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > bodyLimit) throw new Error('The request body is longer than 64 kB.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** JSON that nobody may store. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}

/** Sends the browser elsewhere: 302 after a GET, 303 after a form. */
export function redirect(
  { request }: Exchange,
  location: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status: request.method === 'POST' ? 303 : 302,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'same-origin', ...headers },
    body: '',
  };
}

/** The cookie of that name, or undefined. */
export function readCookie(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key = '', ...value] = pair.split('=');
    if (key.trim() === name) return value.join('=').trim();
  }
  return undefined;
}

/** Whether a form came from one of our own pages; a browser names the origin of every POST. */
export function isFromOwnPage({ request }: Exchange): boolean {
  return request.headers.origin === `http://${request.headers.host}`;
}
