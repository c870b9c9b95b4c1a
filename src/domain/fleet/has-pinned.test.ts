import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { hasPinned } from './has-pinned.ts';
import { sampleRows, sampleService, unreadableSample } from './testing/sample-fleet.ts';

const at = '2026-11-16T00:00:00Z';
const rowsWith = (unexplained: { readonly at: string } | null) =>
  sampleRows(
    [{ name: 'a' }, { name: 'b' }],
    new Map([[armKey(sampleService({ name: 'a' }).id), { last: { at, causes: [] }, unexplained }]]),
  );

describe('rows that begin with an unexplained change', () => {
  it.each([
    ['an unexplained change first', rowsWith({ at }), true],
    ['an unexplained change further down', rowsWith({ at }).toReversed(), false],
    ['an explained change', rowsWith(null), false],
    ['no change', sampleRows([{ name: 'a' }]), false],
    ['a row that could not be read', sampleRows([], undefined, [unreadableSample('odd')]), false],
    ['nothing', [], false],
  ])('%s: %s', (_, rows, expected) => expect(hasPinned(rows)).toBe(expected));
});
