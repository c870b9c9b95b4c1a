import { type CheckQuestion, checkQuestions } from '../allowlist/needs.ts';
import { formatServiceId, parseServiceId } from '../arm-id.ts';
import { purposes } from '../guidance/purpose.ts';
import { questionOf } from '../guidance/questions.ts';
import {
  entriesOf,
  type Field,
  formatQuery,
  listField,
  type Query,
  type QueryProblem,
  QueryReader,
} from './query-codec.ts';

/** What a link to the allowlist check chooses (design 3, contract). The list itself is never part of it. */
export type CheckUrl = {
  /** ARM ids of the services, each once. */
  readonly id: readonly string[];
  readonly for: readonly CheckQuestion[];
  /** Every other key, `tenant` among them, as the link gave it. */
  readonly rest: Query;
};

const usual: readonly CheckQuestion[] = ['internet-back-ends'];

const ids = listField('id', 'is no ARM id of an API Management service', value => {
  const id = parseServiceId(value);
  return id && formatServiceId(id);
});

/** Any purpose of the guidance contract, by the question that it belongs to. */
const questionList = listField('for', `is none of ${checkQuestions.join(', ')}`, value => {
  const purpose = purposes.find(one => one === value.toLowerCase());
  return purpose && checkQuestions.find(question => question === questionOf(purpose));
});

const questions: Field<readonly CheckQuestion[]> = {
  key: 'for',
  parse(values, reject) {
    const read = questionList.parse(values, reject);
    const found = checkQuestions.filter(question => read.includes(question));
    return found.length === 0 ? usual : found;
  },
  format: list => (list.join() === usual.join() ? [] : list),
};

/** Reads the query of a link to the check. Never throws; what cannot be used is named and left out. */
export function readCheckUrl(search: string): {
  readonly url: CheckUrl;
  readonly problems: readonly QueryProblem[];
} {
  const reader = new QueryReader(search);
  const read = { id: reader.read(ids), for: reader.read(questions) };
  return { url: { ...read, rest: reader.rest }, problems: reader.problems };
}

/** The query of a link to the check, `tenant` first, defaults left out. */
export function formatCheckUrl(url: CheckUrl): string {
  const tenant = url.rest.filter(([key]) => key === 'tenant');
  return formatQuery([
    ...tenant,
    ...entriesOf(questions, url.for),
    ...entriesOf(ids, url.id),
    ...url.rest.filter(([key]) => key !== 'tenant'),
  ]);
}
