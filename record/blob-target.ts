import type { TokenCredential } from '@azure/identity';
import {
  AnonymousCredential,
  BlockBlobClient,
  RestError,
  type StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { piecesOf, type Snapshot, type Target, TargetError } from './target.ts';

export type BlobOptions = {
  /** Null where the URL carries a shared access signature of its own. */
  readonly credential: TokenCredential | StorageSharedKeyCredential | null;
  /** First wait before a busy or silent storage is asked again; doubles up to 30 s. */
  readonly retryDelayMs?: number;
};

/** Storage answers these where the blob is not the version that was read any more. */
const conflicts: ReadonlySet<string> = new Set([
  'ConditionNotMet',
  'TargetConditionNotMet',
  'BlobAlreadyExists',
  'LeaseIdMissing',
]);

/**
 * A blob of Azure Blob Storage. It is written in one request on the condition that its ETag is still the one that was
 * read (https://learn.microsoft.com/azure/storage/blobs/concurrency-manage), so of two recorders one has to begin again.
 */
export function blobTarget(url: string, { credential, retryDelayMs = 500 }: BlobOptions): Target {
  const retryOptions = {
    maxTries: 6,
    retryDelayInMs: retryDelayMs,
    maxRetryDelayInMs: 30_000,
    tryTimeoutInMs: 300_000,
  };
  const client = new BlockBlobClient(url, credential ?? new AnonymousCredential(), { retryOptions });
  const name = url.split('?')[0] ?? url;
  return {
    name,
    async read(): Promise<Snapshot> {
      try {
        const { etag, readableStreamBody } = await client.download(undefined, undefined, {
          maxRetryRequests: 5,
        });
        if (!etag || !readableStreamBody)
          throw new TargetError(`${name} was answered without an ETag or a body.`);
        return { version: etag, chunks: bytesOf(readableStreamBody, name) };
      } catch (error) {
        if (error instanceof RestError && codeOf(error) === 'BlobNotFound')
          return { version: null, chunks: null };
        throw said(name, error);
      }
    },
    async write(lines, version) {
      const body = Buffer.concat([...piecesOf(lines)]);
      const conditions = version === null ? { ifNoneMatch: '*' } : { ifMatch: version };
      try {
        await client.upload(body, body.byteLength, {
          conditions,
          blobHTTPHeaders: {
            blobContentType: 'application/jsonl; charset=utf-8',
            blobCacheControl: 'no-cache',
          },
        });
        return 'written';
      } catch (error) {
        if (error instanceof RestError && conflicts.has(codeOf(error))) return 'conflict';
        throw said(name, error);
      }
    },
  };
}

async function* bytesOf(stream: NodeJS.ReadableStream, name: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
  } catch (error) {
    throw said(name, error);
  }
}

function codeOf(error: RestError): string {
  const details = error.details;
  if (error.code) return error.code;
  const inDetails =
    typeof details === 'object' && details !== null && 'errorCode' in details ? details.errorCode : '';
  return typeof inDetails === 'string' ? inDetails : '';
}

function said(name: string, error: unknown): Error {
  if (error instanceof TargetError) return error;
  if (!(error instanceof RestError)) return error instanceof Error ? error : new Error(String(error));
  const code = codeOf(error) || String(error.statusCode ?? 'no answer');
  return new TargetError(`${name}: storage answered ${code}. ${adviceOf(code, error)}`);
}

function adviceOf(code: string, { statusCode, message }: RestError): string {
  if (code === 'ContainerNotFound') return 'Make the container first: az storage container create.';
  if (statusCode === 401 || statusCode === 403)
    return 'The recorder needs the role Storage Blob Data Contributor on the container, and the account must let this network in.';
  return message.split('\n')[0] ?? '';
}
