import { ruleFormats } from '../../domain/rule-text/rule-text.ts';
import type { RuleFormat, RuleText } from '../../domain/rule-text/types.ts';

export type FormatText = { readonly id: RuleFormat; readonly label: string; readonly text: RuleText };

/** The format that a link asks for; undefined where it names none. */
export function askedFormat(text: string | null): RuleFormat | undefined {
  return ruleFormats.find(({ id }) => id === text)?.id;
}

/** The format that is asked for, else the first that can hold the answer; JSON, which always can, is opened on request alone. */
export function openFormat(
  texts: readonly FormatText[],
  asked: RuleFormat | undefined,
): FormatText | undefined {
  const usable = texts.find(({ id, text }) => id !== 'json' && text.kind === 'text');
  return texts.find(({ id }) => id === asked) ?? usable ?? texts[0];
}
