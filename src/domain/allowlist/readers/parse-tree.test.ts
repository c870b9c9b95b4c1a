import { describe, expect, it } from 'vitest';
import { finished } from '../testing.ts';
import { parseTree } from './parse-tree.ts';
import type { TreeNode } from './tree.ts';

const parse = (text: string) => finished(parseTree(text));

type Outline = string | readonly unknown[] | { readonly [key: string]: unknown };

/** Literals as they stand in the text, lists as lists, members by their keys and labels, the rest by its source. */
function outlineOf(text: string, node: TreeNode): Outline {
  const place = text.slice(node.from, node.to);
  if (node.kind === 'text') return place;
  if (node.kind === 'array') return node.items.map(item => outlineOf(text, item));
  if (node.kind === 'other') {
    expect(place).toBe(node.source);
    return { source: node.source, parts: node.parts.map(part => outlineOf(text, part)) };
  }
  return Object.fromEntries(
    node.members.map(({ key, labels, value }) => [[key, ...labels].join(' '), outlineOf(text, value)]),
  );
}

const outline = (text: string) => outlineOf(text, parse(text).root);
const plain = (source: string) => ({ source, parts: [] });

describe('JSON', () => {
  it('becomes a tree in which everything has its place', () =>
    expect(parse('\n{ "a": ["x"], "b" : 12 }\n')).toEqual({
      root: {
        kind: 'object',
        from: 1,
        to: 25,
        members: [
          {
            key: 'a',
            labels: [],
            value: {
              kind: 'array',
              from: 8,
              to: 13,
              items: [{ kind: 'text', from: 9, to: 12, value: 'x' }],
            },
          },
          { key: 'b', labels: [], value: { kind: 'other', from: 21, to: 23, source: '12', parts: [] } },
        ],
      },
      broken: undefined,
    }));

  it.each([
    ['[]', []],
    ['{}', {}],
    ['[1, true, null, -2.5]', ['1', 'true', 'null', '-2.5'].map(plain)],
    ['[["a"],\n\n[ "b" , ["c"]],]', [['"a"'], ['"b"', ['"c"']]]],
    ['[{"a": {"b": "c"}, "d": []}, {"a": "e"}]', [{ a: { b: '"c"' }, d: [] }, { a: '"e"' }]],
    ['{"a":\n\n"b"\n,\n"c":{}}', { a: '"b"', c: {} }],
    ['["]", "[", ",", "}", "{", ")", "("]', ['"]"', '"["', '","', '"}"', '"{"', '")"', '"("']],
    ['{"}": "a", "{": "b", ":": "="}', { '}': '"a"', '{': '"b"', ':': '"="' }],
  ])('%j is whole', (text, expected) => {
    expect(outline(text)).toEqual(expected);
    expect(parse(text).broken).toBeUndefined();
  });

  it.each([
    ['["a", "b"', 9, ['"a"', '"b"']],
    ['{"a": "b"', 9, { a: '"b"' }],
    ['{"a": ["b"}', 10, { a: ['"b"'] }],
    ['{"a": ', 6, { a: plain('') }],
    ['["a", "b', 6, ['"a"', '"b']],
    ['["a", ), "b"]', 6, ['"a"', '"b"']],
    ['["a", }, "b", )]', 6, ['"a"', '"b"']],
    ['[["a", ["b"]]', 13, [['"a"', ['"b"']]]],
    ['{"a": "b"}\n}', 11, { a: '"b"' }],
    ['["a"] "b"]', 6, ['"a"']],
    ['{"a" "b", "c": "d"}', undefined, { c: '"d"' }],
    ['{"a": , "b": "c"}', undefined, { a: plain(''), b: '"c"' }],
  ])('%j is wrong from %s on, and read as far as it goes', (text, broken, expected) => {
    expect(outline(text)).toEqual(expected);
    expect(parse(text).broken).toBe(broken);
  });
});

describe('Terraform and Bicep', () => {
  it.each([
    ['a = "x"\nb: \'y\'', { a: '"x"', b: "'y'" }],
    ['a =\n\n  "x"\n', { a: '"x"' }],
    ['a == "x"\nb = "y"', { b: '"y"' }],
    ['a = = "x"\nb = "y"', { b: '"y"' }],
    ['a "=" "x"\nb = "y"', { b: '"y"' }],
    [
      'resource "ip_group" "office" {\n  cidrs = ["x",\n  "y"]\n}',
      { 'resource ip_group office': { cidrs: ['"x"', '"y"'] } },
    ],
    ['locals {\n  a = 1\n}\nb = 2', { locals: { a: plain('1') }, b: plain('2') }],
    ["param list array = [\n  'x'\n  'y'\n]", { 'param list array': ["'x'", "'y'"] }],
    ['a\n{ b = 1 }', { '': { b: plain('1') } }],
    ['"x"\n["y"]\n', { '': ['"y"'] }],
    ['word\n("y")', { '': { source: '("y")', parts: ['"y"'] } }],
    ['; ! a = 1', { a: plain('1') }],
    ['', {}],
  ])('%j is read by its members', (text, expected) => {
    expect(outline(text)).toEqual(expected);
    expect(parse(text)).toMatchObject({ root: { from: 0, to: text.length }, broken: undefined });
  });

  it.each([
    ['var.more', []],
    ['"x" + y', ['"x"']],
    ['y + "x"', ['"x"']],
    ['"${y}"', []],
    ['"x ${y}" + "z"', ['"z"']],
    ['concat(["x"], local.more, f("y", z))', [['"x"'], '"y"']],
    ['f(\n  "x",\n  [\n    "y"\n  ]\n)', ['"x"', ['"y"']]],
    ['((a), "]", "x")', ['"]"', '"x"']],
    ['f(a["x"], { b = "y" })', [['"x"'], { b: '"y"' }]],
    ['deploy ? "x" : "y"', ['"x"', '"y"']],
    ["if (deploy) {\n  a: 'x'\n}", [{ a: "'x'" }]],
  ])('the expression %j is kept as it stands, with the literals inside', (source, parts) => {
    const expected = { source, parts };
    expect(outline(`a = ${source}\nb = 1`)).toEqual({ a: expected, b: plain('1') });
    expect(outline(`a = [${source}, 2]`)).toEqual({ a: [expected, plain('2')] });
    expect(outline(`{ a: ${source} }`)).toEqual({ a: expected });
    expect(outline(`a = ${source}`)).toEqual({ a: expected });
  });

  it('ends an expression at a bracket that closes what is around it', () => {
    expect(outline('a = b)\nc = 1')).toEqual({ a: plain('b'), c: plain('1') });
    expect(outline('a = f(")")\nc = 1')).toEqual({ a: { source: 'f(")")', parts: ['")"'] }, c: plain('1') });
    expect(outline('a = f("(")\nc = 1')).toEqual({ a: { source: 'f("(")', parts: ['"("'] }, c: plain('1') });
  });
});

describe('nesting', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}"x"${']'.repeat(depth)}`;
  const depthOf = (node: TreeNode): number =>
    node.kind === 'array' ? 1 + Math.max(0, ...node.items.map(depthOf)) : 0;

  it.each([
    [1, 1],
    [199, 199],
    [1_000, 200],
  ])('of %i is followed to %i', (depth, expected) =>
    expect(depthOf(parse(nested(depth)).root)).toBe(expected),
  );

  it('is counted by depth, whatever stood before', () => {
    const items = `["x", "y" + z, {"a": []}], `.repeat(300);
    expect(outline(`[${items}]`)).toEqual(
      Array.from({ length: 300 }, () => ['"x"', { source: '"y" + z', parts: ['"y"'] }, { a: [] }]),
    );
  });

  it('deeper than that still gives the literals inside', () => {
    const text = ['{"a":'.repeat(200), '["x", ["y"]]', '}'.repeat(200)].join('');
    expect(JSON.stringify(parse(text).root)).toContain('"value":"x"');
  });
});
