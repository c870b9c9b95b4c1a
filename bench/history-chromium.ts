import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';

/** `npx tsx bench/history-chromium.ts [services] [port]`: the store on Chromium's own IndexedDB. */
const [services = '10000', port = '4391'] = process.argv.slice(2);
const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  server: { port: Number(port), strictPort: true, host: '127.0.0.1', fs: { strict: false } },
});
await server.listen();
const executablePath = '/usr/bin/chromium';
const browser = await chromium.launch({
  ...(existsSync(executablePath) ? { executablePath } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
try {
  const page = await browser.newPage();
  page.on('console', message => console.log(message.text()));
  page.on('pageerror', error => console.error(error));
  await page.goto(`http://127.0.0.1:${port}/history-page.html?services=${services}`);
  await page.waitForFunction(() => document.title === 'done', undefined, { timeout: 600_000 });
} finally {
  await browser.close();
  await server.close();
}
