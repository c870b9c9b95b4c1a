import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { changelogPart, isStep, nextVersion, withPart } from './release/changelog.ts';

/**
 * `npm run release -- patch|minor|major`: counts the version on, writes what came since the last one into CHANGELOG.md,
 * commits and tags. Nothing is pushed; pushing the tag is what publishes.
 */
function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' }).trim();
}

function lastTag(): string | undefined {
  return (
    git('tag', '--list', 'v*', '--merged', 'HEAD', '--sort=-version:refname').split('\n')[0] || undefined
  );
}

function release(step: string | undefined): string {
  if (!isStep(step)) return 'Say how far: npm run release -- patch, minor or major.';
  if (git('status', '--porcelain') !== '')
    return 'Commit or put away your changes first: git status shows them.';
  const { version: current } = v.parse(
    v.object({ version: v.string() }),
    JSON.parse(readFileSync('package.json', 'utf8')),
  );
  const since = lastTag();
  const subjects = git('log', '--format=%s', '--no-merges', since ? `${since}..HEAD` : 'HEAD').split('\n');
  const version = nextVersion(current, step);
  const part = changelogPart(version, new Date().toISOString().slice(0, 10), subjects.filter(Boolean));
  writeFileSync('CHANGELOG.md', withPart(readFileSync('CHANGELOG.md', 'utf8'), part));
  execFileSync('npm', ['version', version, '--no-git-tag-version'], {
    stdio: 'pipe',
    shell: process.platform === 'win32',
  });
  git('add', 'CHANGELOG.md', 'package.json', 'package-lock.json');
  git('commit', '--message', `Release ${version}`);
  git('tag', '--annotate', `v${version}`, '--message', `Release ${version}`);
  console.log(part);
  console.log(`Tagged v${version}. Read CHANGELOG.md, then publish: git push --follow-tags`);
  return '';
}

const problem = release(process.argv[2]);
if (problem !== '') {
  console.error(problem);
  process.exitCode = 1;
}
