/**
 * Starts a request of IndexedDB. One that throws at once (a value that cannot be stored, a closed database) becomes a
 * rejection, so that whoever waits for several requests together hears of it as of any other failure.
 */
export async function attempt<T>(run: () => Promise<T>): Promise<T> {
  return run();
}
