import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { browserArguments, findBrowser } from '../../scripts/browser/find-browser.ts';
import { type FleetResult, measureFleet } from './measure-fleet.ts';
import { refreshTable, table } from './table.ts';

/*
 * `npm run build && npm run bench`: the production build on the sandbox beside the limit page, in one run from one
 * server. `--services 100,1000 --latency 0,150 --slowdown 1,4 --runs 3 --refreshes 30 --port 4750`. Writes reports/bench.json.
 */
const { values } = parseArgs({
  options: {
    services: { type: 'string', default: '100,1000,10000' },
    latency: { type: 'string', default: '0,150' },
    slowdown: { type: 'string', default: '1,4' },
    runs: { type: 'string', default: '3' },
    refreshes: { type: 'string', default: '30' },
    port: { type: 'string', default: '4750' },
  },
});
const numbers = (text: string) => text.split(',').map(Number);

const executablePath = findBrowser(chromium.executablePath());
const browser = await chromium.launch({
  args: browserArguments,
  ...(executablePath ? { executablePath } : {}),
});
const fleets: FleetResult[] = [];
try {
  const conditions = numbers(values.latency).flatMap(latency =>
    numbers(values.slowdown).map(slowdown => ({ latency, slowdown })),
  );
  for (const services of numbers(values.services)) {
    const found = await measureFleet(browser, {
      services,
      conditions,
      runs: Number(values.runs),
      refreshes: Number(values.refreshes),
      port: Number(values.port),
    });
    fleets.push(found);
    console.log(JSON.stringify(found));
  }
} finally {
  await browser.close();
}
mkdirSync('reports', { recursive: true });
writeFileSync('reports/bench.json', JSON.stringify({ at: new Date().toISOString(), fleets }, null, 2));
console.log(`\n${table(fleets.flatMap(fleet => fleet.results))}\n\n${refreshTable(fleets)}`);
