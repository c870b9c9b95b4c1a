import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = ['../shared', '../../shared'].map(path => join(root, path, 'arm-examples')).find(existsSync);

/** Payloads published by Microsoft lie beside the repository on some machines only: tests skip where they do not. */
export const hasExamples = folder !== undefined;

/** The body of an example's 200 answer, or the whole file where it is the body itself. */
export function exampleBody(kind: string, name: string): unknown {
  if (!folder) return undefined;
  const file: { responses?: Record<string, { body?: unknown }> } = JSON.parse(
    readFileSync(join(folder, kind, `${name}.json`), 'utf8'),
  );
  return file.responses ? file.responses['200']?.body : file;
}
