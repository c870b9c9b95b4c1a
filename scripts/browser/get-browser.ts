import { spawnSync } from 'node:child_process';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

/** Brings a Chromium for the tests where none is: Playwright's download first, the distribution's package next. */
function run(command: string, args: readonly string[]): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function there(): boolean {
  try {
    findBrowser(chromium.executablePath());
    return true;
  } catch {
    return false;
  }
}

function get(): boolean {
  if (there()) return true;
  const root = process.getuid?.() === 0;
  if (run('npx', ['playwright', 'install', ...(root ? ['--with-deps'] : []), 'chromium']) && there())
    return true;
  if (process.platform !== 'linux') return false;
  const sudo = root ? [] : ['sudo', '--non-interactive'];
  const apt = (...args: string[]) => {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    return run(command, rest);
  };
  if (!apt('update', '-q')) return false;
  return ['chromium-headless-shell', 'chromium'].some(name => apt('install', '-y', '-q', name) && there());
}

if (!get()) {
  console.error(
    'No Chromium could be had. Install Chromium or Chrome yourself and name it: CHROMIUM=/path/to/chromium npm test',
  );
  process.exit(1);
}
