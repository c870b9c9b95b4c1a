import type { Judgement } from '../judgement.ts';
import type { Correction } from './correct.ts';

/** Why the corrected list is the pasted one, so that there is nothing to copy; undefined where it is another one. */
export function whyUnchanged(
  { text, notPlaced, byHand }: Correction,
  { list }: Pick<Judgement, 'list'>,
): string | undefined {
  if (text !== list.text) return undefined;
  if (notPlaced.length > 0)
    return 'Nothing to copy: nothing could be added in the format of this list. Choose another format for a list that holds it.';
  return byHand.length > 0
    ? 'Nothing to copy: what is to be changed here is to be changed by hand.'
    : 'Nothing to copy: there is nothing to change.';
}
