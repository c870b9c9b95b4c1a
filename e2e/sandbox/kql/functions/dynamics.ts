import { textReader } from '../expressions/compiled.ts';
import { jsonOf } from '../values/text.ts';
import { argument, type ScalarFunction } from './scalar-function.ts';

const arrayLength: ScalarFunction = {
  parameters: ['dynamic'],
  type: 'long',
  build: call => {
    const { evaluate } = argument(call, 0);
    return cells => {
      const value = evaluate(cells);
      return Array.isArray(value) ? value.length : null;
    };
  },
};

/** Null where an argument is no array: what the service does there is not documented. */
const arrayConcat: ScalarFunction = {
  parameters: ['dynamic'],
  repeated: 1,
  type: 'dynamic',
  build: call => cells => {
    const arrays = call.args.map(array => array.evaluate(cells));
    return arrays.every(Array.isArray) ? arrays.flat(1) : null;
  },
};

const bagKeys: ScalarFunction = {
  parameters: ['dynamic'],
  type: 'dynamic',
  build: call => {
    const { evaluate } = argument(call, 0);
    return cells => {
      const value = evaluate(cells);
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : null;
    };
  },
};

const bagPack: ScalarFunction = {
  parameters: ['text', 'any'],
  repeated: 2,
  type: 'dynamic',
  build: call => {
    const pairs = call.args.flatMap((key, place) => {
      const value = call.args[place + 1];
      return place % 2 === 0 && value !== undefined ? [{ key: textReader(key), value }] : [];
    });
    return cells =>
      Object.fromEntries(
        pairs.map(({ key, value }) => [key(cells), jsonOf(value.type, value.evaluate(cells))]),
      );
  },
};

const packArray: ScalarFunction = {
  parameters: ['any'],
  repeated: 1,
  type: 'dynamic',
  build: call => cells => call.args.map(item => jsonOf(item.type, item.evaluate(cells))),
};

export const dynamics: Readonly<Record<string, ScalarFunction>> = {
  array_length: arrayLength,
  array_concat: arrayConcat,
  bag_keys: bagKeys,
  pack: bagPack,
  bag_pack: bagPack,
  pack_array: packArray,
};
