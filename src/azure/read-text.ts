/** A limit of ours, many times a page of a thousand services: what has no end has to be given up somewhere. */
export const mostBytes = 64 * 1024 * 1024;

/**
 * The text of an answer, at most {@link mostBytes} of it: a page that takes in what has no end is closed by the browser.
 * Counted as it arrives, since what an answer declares is the length that it was packed to. Undefined where it is larger;
 * the rest is then not read.
 */
export async function readText(response: Response): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  const parts: string[] = [];
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      return undefined;
    }
    parts.push(decoder.decode(value, { stream: true }));
  }
  parts.push(decoder.decode());
  return parts.join('');
}
