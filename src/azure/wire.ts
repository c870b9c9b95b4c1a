import * as v from 'valibot';
import { visibleText } from '../domain/visible-text.ts';

// ARM writes null, an empty text and nothing at all for the same thing: each of these reads them alike.
// The `loose` forms serve fields that no rule depends on: a wrong type there reads as absent instead of costing the row.
// Whatever somebody wrote comes to the screens and exports with nothing hidden in it (docs/adr/0008-border.md).

function absentWhenEmpty(text: string | null): string | null {
  return text ? visibleText(text) : null;
}

/** A text that must be there. */
export const required = v.pipe(v.string(), v.transform(visibleText));

/** A text; null where absent. A wrong type is a problem of the row. */
export const text = v.pipe(v.nullish(v.string(), null), v.transform(absentWhenEmpty));

/** A text; null where absent or no text. */
export const looseText = v.fallback(text, null);

export const looseNumber = v.fallback(v.nullish(v.number(), null), null);

/** True or false; exported templates and some tools write them as text. False where absent. */
export const flag = v.pipe(
  v.nullish(v.union([v.boolean(), v.picklist(['true', 'false', 'True', 'False'])]), false),
  v.transform(value => value === true || value === 'true' || value === 'True'),
);

/** Texts, without the absent and empty ones; none where absent. A wrong type is a problem of the row. */
export const texts = v.pipe(
  v.nullish(v.array(v.nullish(v.string(), '')), []),
  v.transform(values => values.filter(Boolean).map(visibleText)),
);

/** A list of which every unreadable member is left out; none where it is absent or no list. */
export function looseList<T>(schema: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.nullish(v.unknown(), null),
    v.transform((value): readonly T[] =>
      Array.isArray(value)
        ? value.flatMap(member => {
            const result = v.safeParse(schema, member);
            return result.success ? [result.output] : [];
          })
        : [],
    ),
  );
}

/** An object that may be absent; null then. A wrong type is a problem of the row. */
export function part<TEntries extends v.ObjectEntries>(entries: TEntries) {
  return v.nullish(v.object(entries), null);
}

/** A map of texts such as tags: numbers and switches as text, anything else left out. No key can reach a prototype. */
export const looseMap = v.pipe(
  v.nullish(v.unknown(), null),
  v.transform((value): Readonly<Record<string, string>> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
    const entries = Object.entries(value).flatMap(([key, member]): [string, string][] =>
      typeof member !== 'object' && member !== undefined
        ? [[visibleText(key), visibleText(String(member))]]
        : [],
    );
    return Object.fromEntries(entries);
  }),
);
