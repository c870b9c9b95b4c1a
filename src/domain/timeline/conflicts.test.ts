import { describe, expect, it } from 'vitest';
import { shownConflicts } from './conflicts.ts';
import { absentFacts } from './facts.ts';
import { resolve } from './resolve.ts';
import { facts, observation } from './test-data.ts';

const a = facts({}, { publicIPAddresses: ['203.0.113.7'] });
const b = facts({}, { publicIPAddresses: ['203.0.113.9'] });

describe('shownConflicts', () => {
  it('names the fact on which two observations of one time disagree, and keeps both', () => {
    const { conflicts } = resolve([observation(0, 60, a), observation(30, 90, b)]);
    const [shown, ...others] = shownConflicts(conflicts);
    expect(others).toEqual([]);
    expect(shown?.observations).toHaveLength(2);
    expect(shown?.disagreements.map(one => one.field)).toEqual(['publicIPAddresses']);
  });

  it('names no fact where one of them did not see the service at all', () => {
    const { conflicts } = resolve([observation(0, 60, a), observation(30, 90, absentFacts)]);
    expect(shownConflicts(conflicts).map(one => one.disagreements)).toEqual([[]]);
  });
});
