import { execSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

/** Writes what the built page is made of, in CycloneDX: every package that is not for building and testing alone. */
const file = 'reports/sbom.json';
mkdirSync('reports', { recursive: true });
writeFileSync(
  file,
  execSync('npm sbom --sbom-format cyclonedx --omit dev', { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
);
console.log(`Written: ${file}`);
