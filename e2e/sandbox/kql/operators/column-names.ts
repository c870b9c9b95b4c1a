import { nameFrom } from '../expressions/naming.ts';
import { invalidQuery } from '../kql-error.ts';
import type { NamedExpression } from '../syntax/ast.ts';

/**
 * Gives out the names of an operator's columns, as Microsoft's parser does: names that are written must differ;
 * names taken from expressions get a number where they are taken; the rest are Column1, Column2, ...
 */
export class ColumnNames {
  readonly #taken = new Set<string>();
  readonly #written = new Set<string>();
  #unnamed = 0;

  /** The name for one item. Throws a KqlError where the query writes one name twice. */
  nameFor(item: NamedExpression): string {
    const written = item.name ?? (item.expression.kind === 'name' ? item.expression.name : null);
    if (written !== null) return this.write(written, item.at);
    const taken = nameFrom(item.expression);
    if (taken !== null && this.#written.has(taken)) throw twice(taken, item.at);
    return this.suggest(taken);
  }

  /** Takes a name as it stands in the query. */
  write(name: string, at: number): string {
    if (this.#taken.has(name)) throw twice(name, at);
    this.#written.add(name);
    this.#taken.add(name);
    return name;
  }

  /** Takes a name or one like it; without one, the next of Column1, Column2, ... */
  suggest(name: string | null): string {
    if (name === null) this.#unnamed += 1;
    const wanted = name ?? `Column${this.#unnamed}`;
    let free = wanted;
    for (let number = 1; this.#taken.has(free); number += 1) free = `${wanted}${number}`;
    this.#taken.add(free);
    return free;
  }
}

function twice(name: string, at: number) {
  return invalidQuery(at, name, `A column with the name '${name}' is already declared.`);
}
