import { expect, it } from 'vitest';
import { changelogPart, nextVersion, notesOf, withPart } from './changelog.ts';

it.each([
  ['patch', '0.1.1'],
  ['minor', '0.2.0'],
  ['major', '1.0.0'],
] as const)('0.1.0 goes on by a %s to %s', (step, version) =>
  expect(nextVersion('0.1.0', step)).toBe(version),
);

it('refuses a version that it cannot count on', () =>
  expect(() => nextVersion('next', 'patch')).toThrow(/next/));

it('puts the newest version on top and finds its notes again', () => {
  const first = withPart('# Changes\n', changelogPart('0.1.0', '2026-11-01', ['Show the fleet']));
  const second = withPart(first, changelogPart('0.2.0', '2026-12-01', ['Find an address', 'Release 0.1.0']));
  expect(second).toBe(
    '# Changes\n\n## 0.2.0, 2026-12-01\n\n- Find an address\n\n## 0.1.0, 2026-11-01\n\n- Show the fleet\n',
  );
  expect(notesOf(second, '0.2.0')).toBe('- Find an address');
  expect(notesOf(second, '0.1.0')).toBe('- Show the fleet');
  expect(notesOf(second, '0.3.0')).toBeUndefined();
});
