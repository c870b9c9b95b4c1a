/** Maps with at most `limit` running at a time; results in the order of the items. The first failure rejects. */
export async function mapBounded<T, R>(
  items: readonly T[],
  limit: number,
  map: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: (readonly [number, R])[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [at, item] of entries) results.push([at, await map(item)]);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results.sort(([a], [b]) => a - b).map(([, result]) => result);
}
