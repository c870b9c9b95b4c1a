/**
 * Starts a request of IndexedDB. One that throws at once becomes a rejection, and one that is never waited for (because
 * another one failed first) is not reported as unhandled: the transaction's own error is the one that counts.
 */
export function attempt<T>(run: () => Promise<T>): Promise<T> {
  const promise = (async () => run())();
  promise.catch(() => undefined);
  return promise;
}
