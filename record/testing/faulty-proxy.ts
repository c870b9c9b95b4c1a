import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What happens to a request on its way: answered with a status, lost before it arrives, or done and its answer lost. */
export type Fault = { readonly status: number } | 'lost' | 'answer-lost' | 'cut-off' | null;

/** Stands between a recorder and a server over http, and lets a request through or not. */
export async function startFaultyProxy(target: string, decide: (method: string) => Fault) {
  const { port: targetPort, hostname } = new URL(target);
  const server = createServer((incoming, outgoing) => {
    const fault = decide(incoming.method ?? '');
    if (fault === 'lost') return void incoming.socket.destroy();
    if (fault && typeof fault === 'object') {
      incoming.resume();
      incoming.on('end', () => outgoing.writeHead(fault.status, { 'x-ms-error-code': 'ServerBusy' }).end());
      return;
    }
    forward(incoming, outgoing, { hostname, port: targetPort }, fault);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  to: { readonly hostname: string; readonly port: string },
  fault: 'answer-lost' | 'cut-off' | null,
): void {
  const { method, url, headers } = incoming;
  const onward = ask({ ...to, method, path: url, headers }, answer => {
    if (fault === 'answer-lost') {
      answer.resume();
      answer.on('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    if (fault !== 'cut-off') return void answer.pipe(outgoing);
    answer.once('end', () => incoming.socket.destroy());
    answer.once('data', (part: Buffer) => {
      outgoing.write(part.subarray(0, Math.ceil(part.length / 2)), () => incoming.socket.destroy());
    });
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}
