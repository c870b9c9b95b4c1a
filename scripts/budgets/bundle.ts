import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { importCycle } from './import-cycle.ts';

/** What Vite's manifest says of a file: its entry or chance name, and what it imports statically. */
const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    name: v.optional(v.string(), ''),
    imports: v.optional(v.array(v.string()), []),
  }),
);
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** kB are 1000 bytes. */
export type Size = { readonly gzip: number; readonly brotli: number };

/** The scripts of one build, and what each weighs on the wire. */
export class Bundle {
  readonly #manifest: Manifest;
  readonly #sizes = new Map<string, Size>();
  readonly #read: (file: string) => Buffer;

  constructor(manifest: Manifest, read: (file: string) => Buffer) {
    this.#manifest = manifest;
    this.#read = read;
  }

  static of(dist: string): Bundle {
    const manifest = (name: string) =>
      v.parse(manifestSchema, JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8')));
    const chunks = { ...manifest('redirect-manifest.json'), ...manifest('manifest.json') };
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    return new Bundle(withNamed(chunks, page), file => readFileSync(join(dist, file)));
  }

  /** What a reader loads for these entries: each with everything that it imports statically. `*` is all there is. */
  sizeOf(entries: readonly string[]): Size {
    const chunks = entries.includes('*') ? Object.keys(this.#manifest) : [...this.#closure(entries)];
    const sizes = this.#files(chunks).map(({ size }) => size);
    const sum = (of: keyof Size) => sizes.reduce((total, size) => total + size[of], 0);
    return { gzip: sum('gzip'), brotli: sum('brotli') };
  }

  /** Every script, the largest first. */
  files(): readonly { readonly name: string; readonly file: string; readonly size: Size }[] {
    return this.#files(Object.keys(this.#manifest)).sort((a, b) => b.size.gzip - a.size.gzip);
  }

  /** The first round of static imports, by the names of its files; undefined where there is none. */
  cycle(): readonly string[] | undefined {
    return importCycle(this.#manifest)?.map(chunk => this.#chunk(chunk).name || chunk);
  }

  #files(chunks: readonly string[]) {
    const byFile = new Map<string, string>();
    for (const chunk of chunks) {
      const { file, name } = this.#chunk(chunk);
      if (file.endsWith('.js')) byFile.set(file, name || file);
    }
    return [...byFile].map(([file, name]) => ({ name, file, size: this.#size(file) }));
  }

  #closure(entries: readonly string[], seen = new Set<string>()): Set<string> {
    for (const entry of entries) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      this.#closure(this.#chunk(entry).imports, seen);
    }
    return seen;
  }

  #chunk(name: string) {
    const chunk = this.#manifest[name];
    if (!chunk) throw new Error(`budgets.json names ${name}, which the build does not have.`);
    return chunk;
  }

  #size(file: string): Size {
    const known = this.#sizes.get(file);
    if (known) return known;
    const text = this.#read(file);
    const size = {
      gzip: gzipSync(text, { level: 9 }).length / 1000,
      brotli: brotliCompressSync(text).length / 1000,
    };
    this.#sizes.set(file, size);
    return size;
  }
}

/** The page's entry with the scripts too that its HTML names beside it: a browser loads them as well. */
export function withNamed(manifest: Manifest, html: string): Manifest {
  const page = manifest['index.html'];
  if (!page) return manifest;
  const named = Object.keys(manifest).filter(name => html.includes(`/${manifest[name]?.file}"`));
  const imports = new Set([...page.imports, ...named.filter(name => name !== 'index.html')]);
  return { ...manifest, 'index.html': { ...page, imports: [...imports] } };
}
