import { type Cells, isNumeric, type KqlType, widest } from '../values/type.ts';
import { argument, type Call, type ScalarFunction } from './scalar-function.ts';

/** The moment of the query, with an offset where one is given. */
const now: ScalarFunction = {
  parameters: ['timespan'],
  optional: 1,
  type: 'datetime',
  build: call => {
    const offset = call.args[0];
    return cells => (offset === undefined ? call.now : plus(call.now, offset.evaluate(cells)));
  },
};

const ago: ScalarFunction = {
  parameters: ['timespan'],
  type: 'datetime',
  build: call => {
    const { evaluate } = argument(call, 0);
    return cells => {
      const span = evaluate(cells);
      return typeof span === 'bigint' ? call.now - span : null;
    };
  },
};

function plus(start: bigint, span: unknown): bigint | null {
  return typeof span === 'bigint' ? start + span : null;
}

/** 0001-01-01 in ticks from 1970: KQL counts its bins from there. */
const yearOne = -621_355_968_000_000_000n;

/** The multiple of a size at or below a value; null for a size that is null or not above 0. */
const bin: ScalarFunction = {
  parameters: ['any', 'any'],
  naming: 'argument',
  type: binType,
  build: call => {
    const [value, size] = [argument(call, 0), argument(call, 1)];
    const origin = value.type === 'datetime' ? yearOne : 0n;
    return (cells: Cells) => binned(value.evaluate(cells), size.evaluate(cells), origin);
  },
};

function binType(call: Call): KqlType {
  const [value, size] = [argument(call, 0).type, argument(call, 1).type];
  if (isNumeric(value) && isNumeric(size)) return widest(value, size) === 'real' ? 'real' : 'long';
  if ((value === 'datetime' || value === 'timespan') && size === 'timespan') return value;
  throw call.fail(`bin() is not defined for ${value} and ${size}.`);
}

function binned(value: unknown, size: unknown, origin: bigint): unknown {
  if (typeof value === 'number' && typeof size === 'number') {
    return size > 0 ? Math.floor(value / size) * size : null;
  }
  if (typeof value !== 'bigint' || typeof size !== 'bigint' || size <= 0n) return null;
  const rest = (value - origin) % size;
  return value - (rest < 0n ? rest + size : rest);
}

export const times: Readonly<Record<string, ScalarFunction>> = { now, ago, bin };
