/** A query parameter found without case, as ARM finds them. */
export function parameter(url: URL, name: string): string | null {
  const wanted = name.toLowerCase();
  return [...url.searchParams].find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}
