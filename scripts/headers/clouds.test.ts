import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { clouds } from '../../src/config/cloud.ts';

const folder = mkdtempSync(join(tmpdir(), 'headers-'));
mkdirSync(join(folder, 'public'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm run headers -- config.json` writes for a configuration. */
function write(config: unknown): { readonly staticWebApp: string; readonly nginx: string } {
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  const tsx = resolve('node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tsx, resolve('scripts/headers/write-headers.ts'), 'config.json'], {
    cwd: folder,
    stdio: 'pipe',
  });
  return {
    staticWebApp: readFileSync(join(folder, 'public/staticwebapp.config.json'), 'utf8'),
    nginx: readFileSync(join(folder, 'deploy/nginx.conf'), 'utf8'),
  };
}

/** Every origin that a file names, once each. */
function origins(text: string): readonly string[] {
  return [...new Set(text.match(/https?:\/\/[^\s;"\\]+/g))].sort();
}

describe('npm run headers', () => {
  it.each(Object.values(clouds))('names the hosts of $name and no other cloud’s', cloud => {
    const { staticWebApp, nginx } = write({ version: 1, cloud: cloud.name });
    const expected = [cloud.authority, cloud.resourceManager].sort();
    expect(origins(staticWebApp)).toEqual(expected);
    expect(origins(nginx)).toEqual(expected);
  });

  it('names the hosts of a cloud that the configuration describes itself', () => {
    const cloud = {
      name: 'Fenced',
      authority: 'https://login.fenced.example',
      resourceManager: 'https://arm.fenced.example',
    };
    const { staticWebApp, nginx } = write({ version: 1, cloud });
    expect(origins(staticWebApp)).toEqual([cloud.resourceManager, cloud.authority]);
    expect(origins(nginx)).toEqual([cloud.resourceManager, cloud.authority]);
  });

  it('writes nothing for a configuration that it refuses, and says which field is wrong', () => {
    const before = write({ version: 1 });
    const refused = () =>
      write({ version: 1, cloud: { name: 'X', authority: 'http://login', resourceManager: 'https://arm' } });
    expect(refused).toThrow(/cloud\.authority: must be https/);
    expect(readFileSync(join(folder, 'deploy/nginx.conf'), 'utf8')).toBe(before.nginx);
  });
});
