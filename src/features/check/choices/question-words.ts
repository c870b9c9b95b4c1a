import type { CheckQuestion } from '../../../domain/allowlist/needs.ts';

/** What a list is for, as the end of "The list is for". */
export const questionWords: Readonly<Record<CheckQuestion, string>> = {
  clients: 'Clients that connect to',
  'internet-back-ends': 'Internet back ends that see calls from',
  'private-back-ends': 'Private back ends that see calls from',
  management: 'Subnets in which Azure manages',
};
