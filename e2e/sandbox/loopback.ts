import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

export type LoopbackServer = {
  readonly port: number;
  close(): Promise<void>;
};

/**
 * Listens on both loopback addresses, as `localhost` may be either, or on one host alone. Port 0 takes a free one.
 * @throws where the port is taken on either address
 */
export async function listenOnLoopback(handle: Handle, port: number, host?: string): Promise<LoopbackServer> {
  const first = await listen(handle, port, host ?? '127.0.0.1');
  const servers = [first];
  const actual = portOf(first);
  if (host === undefined) {
    const second = await listen(handle, actual, '::1').catch((error: unknown) => {
      // A machine without IPv6 has only one loopback address; any other failure is one.
      if (error instanceof Error && /EADDRNOTAVAIL|EAFNOSUPPORT/.test(error.message)) return undefined;
      first.close();
      throw error;
    });
    if (second) servers.push(second);
  }
  return {
    port: actual,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function listen(handle: Handle, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handle);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    // Hung and kept-alive connections would hold the process.
    server.closeAllConnections();
  });
}
