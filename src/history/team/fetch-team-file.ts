/** What a host answered for the team's file: its bytes as they arrive, or why there are none. */
export type FetchedFile =
  | {
      readonly ok: true;
      readonly body: ReadableStream<Uint8Array>;
      /** By what the host tells that it is another file than before; null where it tells nothing. */
      readonly stamp: string | null;
    }
  | { readonly ok: false; readonly reason: string };

/** Asks for the file, past every cache that was not asked whether it is still the same. */
export async function fetchTeamFile(url: string, host: string): Promise<FetchedFile> {
  const answer = await fetch(url, { cache: 'no-cache' }).catch(() => undefined);
  if (!answer) return { ok: false, reason: `${host} could not be reached` };
  const { body, headers, ok, status } = answer;
  if (!ok) return { ok: false, reason: `${host} answered ${status} for ${url}` };
  // A host that answers every unknown path with the app itself has no such file.
  if (!body || headers.get('content-type')?.startsWith('text/html'))
    return { ok: false, reason: `${host} has no ${url}` };
  return { ok: true, body, stamp: stampOf(headers) };
}

function stampOf(headers: Headers): string | null {
  const [tag, modified] = [headers.get('etag'), headers.get('last-modified')];
  return tag === null && modified === null
    ? null
    : JSON.stringify([tag, modified, headers.get('content-length')]);
}
