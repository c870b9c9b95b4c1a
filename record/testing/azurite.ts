import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  BlobSASPermissions,
  BlobServiceClient,
  generateBlobSASQueryParameters,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';

/** The emulator's own account, published with it: https://learn.microsoft.com/azure/storage/common/storage-use-azurite */
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const container = 'history';

export type Azurite = {
  readonly origin: string;
  readonly credential: StorageSharedKeyCredential;
  /** URL of a blob in a container that is there. */
  blob(name: string): string;
  /** The same with a signature that lets anybody read and write it for an hour. */
  signed(name: string): string;
  close(): Promise<void>;
};

/** Microsoft's emulator of Azure Storage in memory, on a free port. */
export async function startAzurite(): Promise<Azurite> {
  const main = join(
    dirname(createRequire(import.meta.url).resolve('azurite/package.json')),
    'dist/src/blob/main.js',
  );
  const options = ['--blobPort', '0', '--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck'];
  const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await listening(child);
  const credential = new StorageSharedKeyCredential(account, key);
  await new BlobServiceClient(`${origin}/${account}`, credential).createContainer(container);
  const blob = (name: string) => `${origin}/${account}/${container}/${name}`;
  return {
    origin,
    credential,
    blob,
    signed(name) {
      const permissions = BlobSASPermissions.parse('rcw');
      const expiresOn = new Date(Date.now() + 3_600_000);
      const values = { containerName: container, blobName: name, permissions, expiresOn };
      return `${blob(name)}?${generateBlobSASQueryParameters(values, credential)}`;
    },
    async close() {
      const ended = new Promise(done => child.once('exit', done));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`Azurite ended with ${code}`)));
    let heard = '';
    child.stdout?.on('data', (part: Buffer) => {
      heard += part.toString();
      const origin = /listens on (http:\/\/[\d.]+:\d+)/.exec(heard)?.[1];
      if (origin) resolve(origin);
    });
  });
}
