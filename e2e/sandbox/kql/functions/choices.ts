import type { Compiled } from '../expressions/compiled.ts';
import { convert } from '../values/convert.ts';
import { jsonOf } from '../values/text.ts';
import { type Cells, isNumeric, type KqlType, widest } from '../values/type.ts';
import { argument, type Call, type ScalarFunction } from './scalar-function.ts';

function test(check: (value: unknown) => boolean): ScalarFunction {
  return {
    parameters: ['any'],
    type: 'bool',
    build: call => {
      const { evaluate } = argument(call, 0);
      return cells => check(evaluate(cells));
    },
  };
}

const isNull = (value: unknown) => value === null || value === undefined;
const isEmpty = (value: unknown) => isNull(value) || value === '';

/** Takes dynamic values too: the service does, though Microsoft's parser warns of it. */
const not: ScalarFunction = {
  parameters: ['truth'],
  type: 'bool',
  build: call => {
    const { type, evaluate } = argument(call, 0);
    return cells => {
      const value = convert('bool', type, evaluate(cells));
      return typeof value === 'boolean' ? !value : null;
    };
  },
};

/** `iff` is a `case` of one condition. A condition that is null counts as false. */
function choice(repeated: 'repeated' | 'once'): ScalarFunction {
  return {
    parameters: ['bool', 'any', 'any'],
    ...(repeated === 'repeated' ? { repeated: 2 } : {}),
    type: call => commonType(outcomes(call)) ?? 'dynamic',
    build: call => {
      const type = commonType(outcomes(call)) ?? 'dynamic';
      const results = outcomes(call).map(outcome => converted(type, outcome));
      const conditions = call.args.filter((_, place) => place % 2 === 0).slice(0, -1);
      return cells => {
        const met = conditions.findIndex(condition => condition.evaluate(cells) === true);
        return results.at(met)?.(cells) ?? null;
      };
    },
  };
}

/** Every second argument, and the last: the one for when no condition holds. */
function outcomes(call: Call): readonly Compiled[] {
  return call.args.filter((_, place) => place % 2 === 1 || place === call.args.length - 1);
}

const coalesce: ScalarFunction = {
  parameters: ['any', 'any'],
  repeated: 1,
  type: call => coalesced(call),
  build: call => {
    const type = coalesced(call);
    const values = call.args.map(arg => converted(type, arg));
    return cells => {
      for (const value of values) {
        const found = value(cells);
        if (!isEmpty(found)) return found;
      }
      return type === 'string' ? '' : null;
    };
  },
};

function coalesced(call: Call): KqlType {
  const dynamics = call.args.filter(arg => arg.type === 'dynamic').length;
  const type = commonType(call.args);
  if (type === null || (dynamics !== 0 && dynamics !== call.args.length)) {
    throw call.fail('No common type can be determined from the arguments.');
  }
  return type;
}

/** The one type of all that are not dynamic, the widest for numbers; null where they differ. */
function commonType(args: readonly Compiled[]): KqlType | null {
  const types = args.map(arg => arg.type).filter(type => type !== 'dynamic');
  return types.reduce<KqlType | null>((common, type) => {
    if (common === null || common === type) return common;
    return isNumeric(common) && isNumeric(type) ? widest(common, type) : null;
  }, types[0] ?? 'dynamic');
}

function converted(type: KqlType, arg: Compiled): (cells: Cells) => unknown {
  if (arg.type === type) return arg.evaluate;
  if (type === 'dynamic') return cells => jsonOf(arg.type, arg.evaluate(cells));
  return cells => convert(type, arg.type, arg.evaluate(cells));
}

export const choices: Readonly<Record<string, ScalarFunction>> = {
  isempty: test(isEmpty),
  isnotempty: test(value => !isEmpty(value)),
  isnull: test(isNull),
  isnotnull: test(value => !isNull(value)),
  not,
  iff: choice('once'),
  iif: choice('once'),
  case: choice('repeated'),
  coalesce,
};
