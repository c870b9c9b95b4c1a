import { describe, expect, it } from 'vitest';
import { ask, refusalOf } from './testing.ts';

const leg = '(resourcecontainers | project id)';

describe('what Resource Graph leaves out of KQL', () => {
  it.each([
    [`let x = 1; resources | where id == 'a'`, 'let'],
    [`resources | join kind=leftsemi ${leg} on id`, 'leftsemi'],
    [`resources | join kind=leftanti ${leg} on id`, 'leftanti'],
    [`resources${` | join ${leg} on id`.repeat(4)}`, 'join'],
    [`resources | join (resources${` | join ${leg} on id`.repeat(3)}) on id`, 'join'],
    [`resources${' | mv-expand zones'.repeat(4)}`, 'mv-expand'],
    ['resources | mv-expand zones limit 401', 'limit'],
    [`resources${` | union ${leg}`.repeat(4)}`, 'union'],
    [`resources | union ${leg}, ${leg}`, 'union'],
    [`union resources, ${leg}`, 'union'],
    [`resources | union (union resources)`, 'union'],
  ])('%s is refused, and runs in the other dialect', (text, token) => {
    expect(refusalOf(text, 'resource-graph')).toMatchObject({ code: 'InvalidQueryLanguage', token });
    expect(ask(text).ok).toBe(true);
  });

  it.each([
    `resources | join kind=fullouter ${leg} on id`,
    `resources${` | join kind=leftouter ${leg} on id`.repeat(3)}`,
    `resources${' | mv-expand zones'.repeat(3)}`,
    'resources | mv-expand zones limit 400',
    `resources${` | union ${leg}`.repeat(3)}`,
    'resources | project-rename key = id',
  ])('%s is not', text => {
    expect(ask(text, {}, 'resource-graph').ok).toBe(true);
  });
});

describe('a result', () => {
  it.each([
    ['resources | take 1', true],
    ['resources | limit 1 | project id', true],
    [`resources | join (resourcecontainers | take 1) on id`, true],
    ['let few = resources | take 1; few', true],
    ['resources | top 1 by id', false],
    [`resources | where name == 'take'`, false],
  ])('of %s says whether rows are taken: %s', (text, takes) => {
    expect(ask(text).takes).toBe(takes);
  });
});
