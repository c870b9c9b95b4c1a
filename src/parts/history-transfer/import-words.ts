import type { FileProblem } from '../../domain/timeline/file-read.ts';

/** What became of a history file. */
export type ImportOutcome =
  | { readonly ok: true; readonly observations: number; readonly services: number }
  | ({ readonly ok: false; readonly because: 'file' } & FileProblem)
  | { readonly ok: false; readonly because: 'storage' };

/** The outcome in a sentence; a refusal names the line and the reason. */
export function importText(result: ImportOutcome): string {
  if (result.ok) {
    if (result.services === 0) return 'Everything in the file was known already.';
    const observations = result.observations === 1 ? 'observation was' : 'observations were';
    return `Imported: ${result.observations} ${observations} new, ${result.services === 1 ? 'one service' : `${result.services} services`} changed.`;
  }
  if (result.because === 'storage') return 'The history could not be written. Nothing was imported.';
  return `The file was refused, nothing was imported. Line ${result.line}: ${result.reason}`;
}
