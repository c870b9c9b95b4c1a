import fc from 'fast-check';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    0,
    -1,
    1e308,
    true,
    [],
    {},
    [null],
    [[]],
    'null',
    '__proto__',
  ),
  fc.constantFrom('\u202e', '=cmd|x', '<img src=x onerror=alert(1)>', 'x'.repeat(10_000)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** The value with one to three of its parts removed, replaced by something strange, or doubled. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const hit = fc.record({ at: fc.nat(), how: fc.constantFrom('replace', 'remove', 'nest'), by: strange });
  return fc.array(hit, { minLength: 1, maxLength: 3 }).map(hits => {
    let result: unknown = structuredClone(value);
    for (const { at, how, by } of hits) {
      const paths = pathsOf(result);
      const path = paths[at % paths.length] ?? [];
      result = changed(result, path, old =>
        how === 'replace' ? by : how === 'nest' ? [old, by] : undefined,
      );
    }
    return result;
  });
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((one, at) => pathsOf(one, [...path, at]))];
  if (!isRecord(value)) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((one, at) => (at === key ? changed(one, rest, change) : one));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, name === key ? changed(one, rest, change) : one]),
  );
}
