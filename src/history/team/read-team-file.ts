import { type ExpectedOwner, type FileResult, readHistoryFile } from '../../domain/timeline/file-read.ts';
import { TeamGrouper } from './team-grouper.ts';
import type { TeamPart } from './team-part.ts';

type Sink = { readonly add: (parts: readonly TeamPart[]) => Promise<void> };

/** Reads a file into a sink, part by part; nothing counts before the result is ok. @throws what the stream or the sink throws */
export async function readTeamFile(
  body: ReadableStream<Uint8Array>,
  owner: ExpectedOwner,
  sink: Sink,
  longest?: number,
): Promise<FileResult> {
  const grouper = new TeamGrouper();
  const result = await readHistoryFile(
    chunksOf(body),
    owner,
    records => sink.add(grouper.add(records)),
    longest,
  );
  if (result.ok) await sink.add(grouper.finish());
  return result;
}

/** Safari reads no stream with `for await`. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
