import { toCidrs } from '../../ranges/cidrs.ts';
import type { NeedVerdict } from '../judgement.ts';
import { needText, placeOfNeed } from '../need-words.ts';

export type Missing = {
  readonly verdict: NeedVerdict;
  readonly cidrs: readonly string[];
};

/** What a list lacks: CIDRs to add, and what cannot be added as one, in words. */
export function missingValues(needs: readonly NeedVerdict[]): {
  readonly values: readonly Missing[];
  readonly byHand: readonly string[];
} {
  const values: Missing[] = [];
  const byHand: string[] = [];
  for (const verdict of needs) {
    const { need, state, lacking, refusedBy } = verdict;
    if (state === 'covered' || !need.required) continue;
    const { value, ports } = need;
    const text = needText(value);
    if (refusedBy) {
      byHand.push(
        `Line ${refusedBy.line} refuses ${text} (${placeOfNeed(need, true)}): narrow that rule, or move it behind one that allows.`,
      );
    } else if (value.kind === 'host') {
      byHand.push(`${text} is a host name: a list of addresses cannot hold it.`);
    } else if (value.kind === 'tag' && ports.length > 0) {
      byHand.push(`Add a rule for the service tag ${text} on port ${ports.join(', ')}.`);
    } else if (value.kind === 'tag' && value.set === null) {
      byHand.push(`Add the service tag ${text}, or its ranges, which were not looked up here.`);
    } else {
      values.push({ verdict, cidrs: toCidrs(lacking) });
    }
  }
  return { values, byHand };
}
