import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { actionKey, actionsOf, mayHaveDone, succeededWithin, whoDid } from './operations.ts';
import { change, minute, operation } from './test-data.ts';
import { instantOf } from './time.ts';

const at = (count: number) => instantOf(minute(count));
const write = 'Microsoft.ApiManagement/service/write';

describe('the actions of a log', () => {
  it('are its operations by correlation, from the first event to the last', () => {
    const first = operation(20, 30, { correlationId: 'X' });
    const second = operation(10, 25, { id: 'second', correlationId: 'x' });
    const alone = operation(40, 50, { correlationId: null, notBefore: null });
    expect([...actionsOf([first, change(5), second, alone]).values()]).toEqual([
      { key: 'x', operations: [first, second], from: at(10), to: at(30), status: 'succeeded' },
      { key: alone.id, operations: [alone], from: at(50), to: at(50), status: 'succeeded' },
    ]);
    expect(actionKey(first)).toBe(actionKey(second));
  });

  it.each<[readonly Change['status'][], Change['status']]>([
    [['succeeded', 'succeeded'], 'succeeded'],
    [['succeeded', 'started'], 'started'],
    [['started', 'failed', 'succeeded'], 'failed'],
  ])('that ended %j have %s', (statuses, expected) => {
    const all = statuses.map((status, index) => operation(0, index, { status, correlationId: 'x' }));
    expect(actionsOf(all).get('x')?.status).toBe(expected);
  });

  it.each([
    [30, 40, 0],
    [29, 40, 1],
    [0, 20, 1],
    [0, 19, 0],
  ])('from minute 20 to 30: of those under way after %i and until %i there are %i', (after, until, count) => {
    const actions = actionsOf([operation(20, 30)]).values();
    expect(succeededWithin(actions, at(after), at(until))).toHaveLength(count);
  });

  it.each(['failed', 'started'] as const)('that have %s did nothing', status =>
    expect(succeededWithin(actionsOf([operation(20, 30, { status })]).values(), at(0), at(99))).toEqual([]),
  );
});

describe('who made a change', () => {
  const row = (more: Partial<Change>) => change(25, more);
  const log = (more: Partial<Change>) => operation(20, 30, more);

  it.each<[string, readonly Change[], ReturnType<typeof whoDid>]>([
    ['nobody where no record names anybody or anything', [row({})], null],
    [
      'the one whom Azure’s change history names, with the operation of the log',
      [log({ changedBy: 'log@contoso.example' }), row({ changedBy: 'app-id', changedByType: 'Application' })],
      { certainty: 'certain', name: 'app-id', type: 'Application', operation: write },
    ],
    [
      'the one whom the log names where the change history names nobody',
      [row({}), log({ changedBy: 'log@contoso.example', changedByType: 'User' })],
      { certainty: 'certain', name: 'log@contoso.example', type: 'User', operation: write },
    ],
    [
      'an operation alone where names were left out',
      [log({ changedBy: null })],
      { certainty: 'certain', name: null, type: null, operation: write },
    ],
    [
      'one person under two spellings',
      [log({ changedBy: 'Anna@contoso.example' }), log({ changedBy: 'anna@contoso.example' })],
      { certainty: 'certain', name: 'Anna@contoso.example', type: null, operation: write },
    ],
    [
      'perhaps one of two, each once',
      [log({ changedBy: 'anna' }), log({ changedBy: 'bert' }), log({ changedBy: 'ANNA' })],
      {
        certainty: 'possible',
        candidates: [
          { name: 'ANNA', type: null, operation: write },
          { name: 'bert', type: null, operation: write },
        ],
      },
    ],
    [
      'a name without an operation that nobody told',
      [row({ changedBy: 'anna' })],
      { certainty: 'certain', name: 'anna', type: null, operation: null },
    ],
  ])('is %s', (_, changes, expected) => expect(whoDid(changes)).toEqual(expected));

  it('may be anybody of several actions, and one operation of two names is two', () => {
    const delete_ = 'Microsoft.ApiManagement/service/delete';
    const actions = actionsOf([
      log({ changedBy: 'anna', correlationId: 'x' }),
      log({ changedBy: 'anna', correlationId: 'x', operation: delete_ }),
      log({ changedBy: 'bert', correlationId: 'y' }),
    ]);
    expect(mayHaveDone([...actions.values()])).toEqual({
      certainty: 'possible',
      candidates: [
        { name: 'anna', type: null, operation: write },
        { name: 'anna', type: null, operation: delete_ },
        { name: 'bert', type: null, operation: write },
      ],
    });
  });
});
