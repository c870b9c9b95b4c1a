import type { Judgement } from '../../../domain/allowlist/judgement.ts';
import type { CheckQuestion } from '../../../domain/allowlist/needs.ts';

/** What is exported; without a judgement there is but the link. */
export type ExportProps = {
  readonly judgement: Judgement | undefined;
  readonly ids: readonly string[];
  readonly questions: readonly CheckQuestion[];
};
