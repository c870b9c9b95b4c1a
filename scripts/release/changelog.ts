export type Step = 'major' | 'minor' | 'patch';

export function isStep(text: string | undefined): text is Step {
  return text === 'major' || text === 'minor' || text === 'patch';
}

/** `0.1.0` one step on. @throws for what is not three numbers */
export function nextVersion(version: string, step: Step): string {
  const [major, minor, patch, ...rest] = version.split('.').map(Number);
  if (major === undefined || minor === undefined || patch === undefined || rest.length > 0)
    throw new RangeError(`${version} is not major.minor.patch`);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** The part of CHANGELOG.md for one version: the subjects of its commits, which are sentences already. */
export function changelogPart(version: string, date: string, subjects: readonly string[]): string {
  const lines = subjects.filter(subject => !/^Release \d/.test(subject)).map(subject => `- ${subject}`);
  return `## ${version}, ${date}\n\n${lines.length > 0 ? lines.join('\n') : '- No change of the product.'}\n`;
}

/** A changelog with another part on top, below its head. */
export function withPart(changelog: string, part: string): string {
  const first = changelog.search(/^## /m);
  const head = (first < 0 ? changelog : changelog.slice(0, first)).trimEnd();
  return `${head}\n\n${part}${first < 0 ? '' : `\n${changelog.slice(first)}`}`;
}

/** The lines of one version without its head, for the notes of a release; undefined where the changelog has none. */
export function notesOf(changelog: string, version: string): string | undefined {
  const parts = changelog.split(/^## /m).slice(1);
  const part = parts.find(one => one.startsWith(`${version},`));
  return part?.slice(part.indexOf('\n') + 1).trim();
}
