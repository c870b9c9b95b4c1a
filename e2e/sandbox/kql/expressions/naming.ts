import { functionNamed } from '../functions/functions.ts';
import { aggregateColumn, isAggregate } from '../operators/aggregate.ts';
import type { Argument } from '../syntax/ast.ts';

/**
 * The name that a column takes from its expression, null where it takes none: `properties.a['b'][0]` becomes
 * `properties_a_b_0`, `tostring(x)` becomes `x`, `max(x)` becomes `max_x`. As Microsoft's parser names it (`check-kql.ts`).
 */
export function nameFrom(expression: Argument): string | null {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'member':
      return `${nameFrom(expression.target) ?? ''}_${expression.key}`;
    case 'index': {
      const { target, index } = expression;
      const known = index.kind === 'literal' && typeof index.value === 'number' && index.value >= 0;
      return `${nameFrom(target) ?? ''}_${known ? index.value : ''}`;
    }
    case 'call':
      return nameFromCall(expression.name, expression.args[0]);
    default:
      return null;
  }
}

function nameFromCall(name: string, first: Argument | undefined): string | null {
  if (isAggregate(name)) return aggregateColumn(name, first === undefined ? null : nameFrom(first));
  const naming = functionNamed(name)?.naming;
  if (naming === undefined || first === undefined) return null;
  const inner = nameFrom(first);
  return naming === 'argument' ? inner : `${naming.prefix}_${inner ?? ''}`;
}
