import { convert } from '../values/convert.ts';
import type { KqlType } from '../values/type.ts';
import { argument, type ScalarFunction } from './scalar-function.ts';

function conversion(to: KqlType): ScalarFunction {
  return {
    parameters: ['any'],
    naming: 'argument',
    type: to,
    build: call => {
      const { type, evaluate } = argument(call, 0);
      return cells => convert(to, type, evaluate(cells));
    },
  };
}

/** JSON text becomes what it says; a dynamic value stays as it is; other text becomes a dynamic string. */
const parseJson: ScalarFunction = {
  parameters: ['text'],
  naming: 'argument',
  type: 'dynamic',
  build: call => {
    const { type, evaluate } = argument(call, 0);
    return cells => (type === 'dynamic' ? evaluate(cells) : parsed(evaluate(cells)));
  },
};

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || value.trim() === '') return null;
  try {
    const json: unknown = JSON.parse(value);
    return json;
  } catch {
    return value;
  }
}

const getType: ScalarFunction = {
  parameters: ['any'],
  naming: { prefix: 'type' },
  type: 'string',
  build: call => {
    const { type, evaluate } = argument(call, 0);
    return cells => {
      const value = evaluate(cells);
      if (value === null || value === undefined) return 'null';
      return type === 'dynamic' ? typeInside(value) : type;
    };
  },
};

/** learn: gettype(). */
function typeInside(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return 'dictionary';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value !== 'number') return 'string';
  if (!Number.isInteger(value)) return 'real';
  return value === (value | 0) ? 'int' : 'long';
}

export const conversions: Readonly<Record<string, ScalarFunction>> = {
  tostring: conversion('string'),
  toint: conversion('int'),
  tolong: conversion('long'),
  todouble: conversion('real'),
  toreal: conversion('real'),
  tobool: conversion('bool'),
  toboolean: conversion('bool'),
  todatetime: conversion('datetime'),
  totimespan: conversion('timespan'),
  parse_json: parseJson,
  parsejson: parseJson,
  todynamic: parseJson,
  gettype: getType,
};
