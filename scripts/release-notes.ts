import { readFileSync } from 'node:fs';
import { notesOf } from './release/changelog.ts';

/** `npm run release:notes -- v0.2.0`: what CHANGELOG.md says of a version, for the release on GitHub. */
const version = (process.argv[2] ?? '').replace(/^v/, '');
const notes = notesOf(readFileSync('CHANGELOG.md', 'utf8'), version);
if (notes === undefined) {
  console.error(`CHANGELOG.md has nothing about ${version || 'no version'}; npm run release writes it.`);
  process.exitCode = 1;
} else console.log(notes);
