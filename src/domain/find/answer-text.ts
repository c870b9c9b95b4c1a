import { tierLabel } from '../tier.ts';
import type { TermAnswer } from './answer.ts';
import { serviceOf } from './hit.ts';
import type { Verdict } from './verdict.ts';
import { hitRegion, hitWords } from './words.ts';

const most = 20;

/** An answer as lines for a ticket: the sentence, what completes it, and what was found. */
export function answerText({ hits }: TermAnswer, { title, details }: Verdict): string {
  const lines = hits.slice(0, most).map(hit => {
    const { role, note, value } = hitWords(hit);
    const service = serviceOf(hit);
    const facts = service
      ? [
          service.name,
          hitRegion(hit),
          `${tierLabel(service.tier)}, VNet mode ${service.vnetMode}`,
          service.id,
        ]
      : hit.kind === 'shared'
        ? hit.services.map(({ name }) => name)
        : [hit.kind === 'former' ? hit.former.service : ''];
    return `- ${[`${role}: ${value}`, note, ...facts].filter(Boolean).join('; ')}`;
  });
  const more = hits.length > most ? [`- and ${hits.length - most} more`] : [];
  return [title, ...details, ...lines, ...more].join('\n');
}
