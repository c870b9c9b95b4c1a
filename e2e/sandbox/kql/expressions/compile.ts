import { callFunction } from '../functions/functions.ts';
import { invalidQuery } from '../kql-error.ts';
import type { Argument, Expression } from '../syntax/ast.ts';
import { textOf } from '../values/text.ts';
import { arithmetic, negation } from './arithmetic.ts';
import { type Compiled, compiled, constantOf, type Scope } from './compiled.ts';
import { equality, relation } from './equality.ts';
import { logic } from './logic.ts';
import { between, membership } from './membership.ts';
import { textMatch } from './text-match.ts';

/** Makes an expression into a closure. Throws a KqlError for names and types that do not fit. */
export function compile(expression: Expression, scope: Scope): Compiled {
  const inner = (part: Expression) => compile(part, scope);
  const { at } = expression;
  switch (expression.kind) {
    case 'literal':
      return constantOf(expression.type, expression.value);
    case 'name':
      return named(at, expression.name, scope);
    case 'member':
      return member(at, inner(expression.target), expression.key);
    case 'index':
      return element(at, inner(expression.target), inner(expression.index));
    case 'call':
      return callFunction(
        at,
        expression.name,
        expression.args.map(arg => argumentOf(arg, scope)),
        scope.now,
      );
    case 'negate':
      return negation(at, inner(expression.operand));
    case 'logic':
      return logic(at, expression.all, expression.parts.map(inner));
    case 'binary':
      return binary(at, expression.operator, inner(expression.left), inner(expression.right));
    case 'list':
      return membership(at, expression.operator, inner(expression.value), expression.items.map(inner));
    case 'between': {
      const { negated, value, low, high } = expression;
      return between(at, negated, inner(value), inner(low), inner(high));
    }
  }
}

/** As `compile`, for places where only true or false makes sense. */
export function compilePredicate(expression: Expression, scope: Scope): Compiled {
  const predicate = compile(expression, scope);
  if (predicate.type !== 'bool')
    throw invalidQuery(expression.at, '', 'The expression must have the type bool.');
  return predicate;
}

function argumentOf(arg: Argument, scope: Scope): Compiled {
  if (arg.kind === 'star') throw invalidQuery(arg.at, '*', 'The wildcard is not allowed in this context.');
  if (arg.kind === 'typeof') return { ...constantOf('string', arg.type), typeLiteral: arg.type };
  return compile(arg, scope);
}

/** Columns come before `let` values. */
function named(at: number, name: string, scope: Scope): Compiled {
  const place = scope.columns.findIndex(column => column.name === name);
  const column = scope.columns[place];
  if (column !== undefined) return { type: column.type, constant: false, evaluate: cells => cells[place] };
  const scalar = scope.scalars.get(name);
  if (scalar !== undefined) return scalar;
  throw invalidQuery(
    at,
    name,
    `The name '${name}' does not refer to any known column, table, variable or function.`,
  );
}

/** `a.b`: keys are case-sensitive; what is not there is null. */
function member(at: number, target: Compiled, key: string): Compiled {
  if (target.type !== 'dynamic') {
    throw invalidQuery(
      at,
      key,
      `A value of type ${target.type} has no properties: only dynamic values have.`,
    );
  }
  return compiled('dynamic', [target], cells => slot(target.evaluate(cells), key));
}

/** `a[0]`, `a[-1]`, `a[key]`. */
function element(at: number, target: Compiled, index: Compiled): Compiled {
  if (target.type !== 'dynamic') {
    throw invalidQuery(at, '[', 'The element access operator [] is not allowed in this context.');
  }
  return compiled('dynamic', [target, index], cells => {
    const place = index.evaluate(cells);
    const value = target.evaluate(cells);
    if (typeof place !== 'number') return slot(value, textOf(index.type, place));
    const item: unknown = Array.isArray(value) ? value.at(place) : null;
    return item ?? null;
  });
}

function slot(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const found: unknown = Object.hasOwn(value, key) ? Reflect.get(value, key) : null;
  return found ?? null;
}

function binary(at: number, operator: string, left: Compiled, right: Compiled): Compiled {
  if (operator === '==' || operator === '!=') return equality(at, operator, left, right);
  if (/^[<>]/.test(operator)) return relation(at, operator, left, right);
  if (/^[-+*/%]$/.test(operator)) return arithmetic(at, operator, left, right);
  return textMatch(at, operator, left, right);
}
