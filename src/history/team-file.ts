import { ageOrDateText } from '../domain/time/time-text.ts';

/** The history file that a team keeps beside the page, and what became of reading it. `host` serves it. */
export type TeamFile = { readonly host: string } & (
  | { readonly state: 'reading' }
  | {
      readonly state: 'read';
      /** ISO time at which the recorder wrote it. */
      readonly exportedAt: string;
      /** A copy is on this device; otherwise it is in memory until the tab is closed. */
      readonly kept: boolean;
    }
  /** Not there, or not served. */
  | { readonly state: 'missing'; readonly reason: string }
  /** Damaged, or of somebody else: nothing of it was taken. */
  | { readonly state: 'refused'; readonly reason: string }
);

/** A recorder runs every hour or so: a file that two days passed by says that it stopped. */
const staleMs = 2 * 86_400_000;

/** What a reader should know of the team's file. `now` in milliseconds since 1970. */
export function teamFileText(team: TeamFile, now: number): string {
  const { host } = team;
  if (team.state === 'reading') return `Your team’s record, served by ${host}, is being read.`;
  if (team.state === 'missing')
    return `Your team’s record is missing: ${team.reason}. What this device recorded is shown without it.`;
  if (team.state === 'refused')
    return `Your team’s record, served by ${host}, was not taken: ${team.reason}. What this device recorded is shown without it.`;
  const age = now - new Date(team.exportedAt).getTime();
  return [
    `Recorded by your team: the file that ${host} serves was written ${ageOrDateText(team.exportedAt, now)} and is part of what you see.`,
    ...(team.kept ? [] : ['It is not kept on this device.']),
    ...(age > staleMs ? ['Its recorder seems to have stopped: changes since then may be missing.'] : []),
  ].join(' ');
}
