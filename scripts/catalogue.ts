import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Looks at every state of every screen, saves the pictures, and makes one page of them to look through. */
const folder = 'reports/catalogue';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { status } = spawnSync('playwright', ['test', 'e2e/catalogue.spec.ts', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CATALOGUE: 'yes' },
  shell: process.platform === 'win32',
});

const screens = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
const pictures = screens.flatMap(({ name }) =>
  readdirSync(join(folder, name))
    .sort()
    .map(file => `${name}/${file}`),
);
const figure = (path: string) =>
  `<figure><a href="${path}"><img loading="lazy" src="${path}" alt=""></a><figcaption>${path}</figcaption></figure>`;
writeFileSync(
  join(folder, 'index.html'),
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Catalogue of states</title>
<style>
  body { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 16px; font: 14px sans-serif }
  figure { margin: 0 } img { max-width: 100%; border: 1px solid #999 }
</style>
${pictures.map(figure).join('\n')}
</html>
`,
);
console.log(`${pictures.length} pictures: ${join(folder, 'index.html')}`);
process.exitCode = status ?? 1;
