import type { Page } from '@playwright/test';

/** Everything that a page of this origin keeps, as text: where a script could find a token or another's data. */
export type Stored = {
  readonly local: string;
  readonly session: string;
  readonly cookies: string;
  /** By the name of the database. */
  readonly databases: Readonly<Record<string, string>>;
};

export async function readStored(page: Page): Promise<Stored> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const databases: Record<string, string> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      // Taken away since it was listed: to open it must not bring an empty one into being.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      const database = await wait(opening).catch(() => undefined);
      if (!database) continue;
      const parts: unknown[] = [];
      for (const store of database.objectStoreNames)
        parts.push(await wait(database.transaction(store).objectStore(store).getAll()));
      database.close();
      databases[name] = JSON.stringify(parts);
    }
    return {
      local: JSON.stringify({ ...localStorage }),
      session: JSON.stringify({ ...sessionStorage }),
      cookies: document.cookie,
      databases,
    };
  });
}
