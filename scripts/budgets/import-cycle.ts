/** What a file of the build imports statically, by the manifest's names. */
type Imports = Readonly<Record<string, { readonly imports: readonly string[] }>>;

/**
 * A round of static imports, its first name again at the end; undefined where there is none. Two files that import each other
 * are run in an order that the first visitor decides: one of them reads what the other has not made yet, and the page
 * stays blank. A dynamic import waits for both and is no part of it.
 */
export function importCycle(manifest: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(name);
    if (at >= 0) return [...path.slice(at), name];
    if (done.has(name)) return undefined;
    for (const next of manifest[name]?.imports ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(manifest)) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
