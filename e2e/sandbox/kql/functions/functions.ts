import type { Compiled } from '../expressions/compiled.ts';
import { compiled } from '../expressions/compiled.ts';
import { invalidQuery, unknownFunction } from '../kql-error.ts';
import { choices } from './choices.ts';
import { conversions } from './conversions.ts';
import { dynamics } from './dynamics.ts';
import { accepts, type Call, type Parameter, type ScalarFunction } from './scalar-function.ts';
import { texts } from './texts.ts';
import { times } from './times.ts';

const functions = new Map(Object.entries({ ...conversions, ...texts, ...dynamics, ...choices, ...times }));

/** The scalar functions that the sandbox knows, by name. */
export const functionNames: readonly string[] = [...functions.keys()];

/** A function by name; names are case-sensitive, as in KQL. */
export function functionNamed(name: string): ScalarFunction | undefined {
  return functions.get(name);
}

/** Binds a function to its arguments. Throws a KqlError for a wrong number or type of them. */
export function callFunction(at: number, name: string, args: readonly Compiled[], now: bigint): Compiled {
  const known = functions.get(name);
  if (known === undefined) throw unknownFunction(at, name);
  const fail = (message: string) => invalidQuery(at, name, `${name}(): ${message}`);
  const parameters = parametersFor(known, args.length);
  if (parameters === null) throw fail(`${args.length} arguments are not what the function takes.`);
  for (const [place, arg] of args.entries()) {
    const parameter = parameters[place];
    if (parameter === undefined || !accepts(parameter, arg)) {
      throw fail(`argument ${place + 1} is of type ${arg.type}, which does not fit.`);
    }
  }
  const call: Call = { at, args, now, fail };
  const type = typeof known.type === 'function' ? known.type(call) : known.type;
  return compiled(type, args, known.build(call));
}

/** The parameters for so many arguments, the repeated ones laid out; null where the number does not fit. */
function parametersFor(known: ScalarFunction, count: number): readonly Parameter[] | null {
  const { parameters, optional = 0, repeated = 0 } = known;
  const extra = count - parameters.length;
  if (extra <= 0) return extra >= -optional ? parameters : null;
  if (repeated === 0 || extra % repeated !== 0) return null;
  const cycle = parameters.slice(0, repeated);
  const before = Array.from({ length: extra / repeated }, () => cycle).flat();
  return [...before, ...parameters];
}
