import { guidanceDocument } from '../guidance/guidance.ts';
import { concerns } from '../guidance/notices.ts';
import { purposes as allPurposes } from '../guidance/purpose.ts';
import type { RuleText, RuleTextInput } from './types.ts';

/** The guidance document of the contract, with what belongs to the asked purposes. */
export function jsonText({ services, purposes = allPurposes, generatedAt }: RuleTextInput): RuleText {
  const chosen = services.map(service => ({
    ...service,
    entries: service.entries.filter(({ purpose }) => purposes.includes(purpose)),
    warnings: service.warnings.filter(({ code }) => concerns(code, purposes)),
    unknown: service.unknown.filter(({ purpose }) => purposes.includes(purpose)),
  }));
  const document = guidanceDocument(chosen, generatedAt);
  return {
    kind: 'text',
    text: `${JSON.stringify(document, null, 2)}\n`,
    count: document.services.reduce((sum, { entries }) => sum + entries.length, 0),
    notes: [],
    fileName: 'apim-guidance.json',
    mediaType: 'application/json',
  };
}
