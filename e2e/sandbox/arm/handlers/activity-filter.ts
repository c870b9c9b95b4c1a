import { badRequest } from '../refusals.ts';

/** What an activity log request asks for. Times are epoch ms. */
export type ActivityFilter = {
  readonly from: number;
  readonly to: number;
  /** One more condition at most. */
  readonly by: { readonly field: FilterField; readonly value: string } | undefined;
};

const fields = ['resourceGroupName', 'resourceUri', 'resourceProvider', 'correlationId'] as const;
type FilterField = (typeof fields)[number];

const keptMs = 90 * 86_400_000;
/** A client's clock may differ a little from ours when it asks for the whole 90 days. */
const slackMs = 3_600_000;

/** Reads `$filter`: mandatory, a time first, then at most one of four fields (azure-facts 6). @throws ArmRefusal 400 */
export function parseActivityFilter(text: string | null, now: number): ActivityFilter {
  if (!text)
    throw badRequest(
      'BadRequest',
      "The $filter query parameter is required, and it must hold 'eventTimestamp ge'.",
    );
  const conditions = text.split(/\s+and\s+/i).map(parseCondition);
  const from = timeOf(conditions, 'ge');
  if (from === undefined || conditions[0]?.field.toLowerCase() !== 'eventtimestamp')
    throw badRequest('BadRequest', "The filter must start with a condition 'eventTimestamp ge'.");
  if (from < now - keptMs - slackMs)
    throw badRequest('BadRequest', 'The start time cannot be more than 90 days in the past.');
  const others = conditions.filter(one => one.field.toLowerCase() !== 'eventtimestamp');
  const [other, ...more] = others;
  if (more.length > 0) throw badRequest('BadRequest', 'The filter takes one condition besides the time.');
  return { from, to: timeOf(conditions, 'le') ?? now, by: other && fieldCondition(other) };
}

type Condition = { readonly field: string; readonly operator: string; readonly value: string };

function parseCondition(text: string): Condition {
  const match = /^\s*(\w+)\s+(ge|le|eq)\s+'?([^']*?)'?\s*$/i.exec(text);
  const [, field, operator, value] = match ?? [];
  if (!field || !operator || value === undefined)
    throw badRequest('BadRequest', `The filter condition '${text}' is not supported.`);
  return { field, operator: operator.toLowerCase(), value };
}

function timeOf(conditions: readonly Condition[], operator: string): number | undefined {
  const condition = conditions.find(
    one => one.field.toLowerCase() === 'eventtimestamp' && one.operator === operator,
  );
  if (!condition) return undefined;
  const time = Date.parse(condition.value);
  if (Number.isNaN(time)) throw badRequest('BadRequest', `'${condition.value}' is not a time.`);
  return time;
}

function fieldCondition({ field, operator, value }: Condition): {
  readonly field: FilterField;
  readonly value: string;
} {
  const known = fields.find(one => one.toLowerCase() === field.toLowerCase());
  if (!known || operator !== 'eq')
    throw badRequest('BadRequest', `The filter condition '${field} ${operator}' is not supported.`);
  return { field: known, value };
}
