import { expect, it } from 'vitest';
import { teamFileText } from './team-file.ts';

const now = Date.UTC(2026, 10, 22, 12);
const read = { host: 'ip.contoso.example', state: 'read', kept: true } as const;

it('tells the age of the team’s file and who serves it', () => {
  expect(teamFileText({ ...read, exportedAt: '2026-11-22T09:00:00Z' }, now)).toBe(
    'Recorded by your team: the file that ip.contoso.example serves was written 3 h ago and is part of what you see.',
  );
});

it('says of a file that nobody wrote for two days that its recorder seems to have stopped', () => {
  expect(teamFileText({ ...read, exportedAt: '2026-11-20T11:00:00Z' }, now)).toContain(
    'seems to have stopped',
  );
  expect(teamFileText({ ...read, exportedAt: '2026-11-20T13:00:00Z' }, now)).not.toContain('stopped');
});

it('says why a file was not taken', () => {
  const refused = { host: 'ip.contoso.example', state: 'refused', reason: 'line 7: is not JSON' } as const;
  expect(teamFileText(refused, now)).toContain('was not taken: line 7: is not JSON.');
});
