import react from '@vitejs/plugin-react';
import { type BuildOptions, defineConfig, type PluginOption } from 'vite';
import { buildConstants } from './scripts/vite/build-info.ts';
import { fluentTokens } from './scripts/vite/fluent-tokens.ts';
import { preloadRuntime } from './scripts/vite/preload-runtime.ts';

const port = Number(process.env['PORT'] ?? 4173);

/** `--mode sandbox` starts the stand-in Azure beside the page; a build never does. */
async function sandbox(mode: string, command: string): Promise<PluginOption> {
  if (mode !== 'sandbox' || command !== 'serve') return null;
  const { startOrExit } = await import('./e2e/sandbox/start-or-exit.ts');
  const { sandboxPlugin } = await import('./e2e/sandbox/vite-plugin.ts');
  const { printWelcome } = await import('./e2e/sandbox/welcome.ts');
  const started = startOrExit({ appPort: port, teamHistory: true });
  return [sandboxPlugin(started), printWelcome(started)];
}

/**
 * What every screen draws and reads Azure with, in one file: by themselves these modules would become a file for each set
 * of screens that share them, and every file costs its head and what compression cannot find in it. What they need
 * themselves stays where it is, because the sign-in page needs a part of it. No module here may import from a file that
 * imports this one (`src/app`): the two would wait for each other and the page stay blank (`npm run budgets` fails then).
 */
const shared = [
  'azure/(get-service|arm-answer|arm-error|azure|azure-context|arm-activity|arm-url|last-fleet|collect-pages|map-bounded|list-subscriptions|query-resource-graph|read-rows|yield-to-main|resource-query|wire|service-wire|service-reader|to-service|freshness)',
  'auth/session-context',
  'history/(history-context|recording)',
  'domain/(compare-text|time/(time-text|as-of-text)|url/(query-codec|find-url|service-url)|status|tier|vnet-mode|region|fleet/natural-order|cause-words)',
  'parts/(overlay|arm-wait|cause-mark|query-notices|relative-time|status-label|vnet-badge)',
  'ui/(navigation|run-sliced|use-sliced|use-search|use-settled-text|use-media|use-document-title|announce|copy-text|use-clock|use-popup|locale|plain-button|app-link|banner|skeleton|badge|copy-button|menu-button|check-box)',
];
const sharedIcons =
  'arrow-clockwise|arrow-sync|checkmark|checkmark-circle|chevron-down|copy|dismiss-circle|globe|info|lock-closed|question-circle|record-stop|search|warning';
/**
 * What the fleet's rows need beside their screen's own file, and other screens too. One file of it: a host that speaks
 * HTTP/1.1 sends six at a time, and the first address waits for all of them.
 */
const fleet = [
  'azure/(fleet-missing|fleet-rows|list-services|fleet-query|query-fleet|read-fleet|read-fleet-group|read-fleet-subscriptions|fleet-read-query)',
  'domain/fleet/(sort-rows|columns|gateway-host|addresses|network-answer|facets|fleet-row)',
  'domain/url/fleet-url',
  'features/fleet/fleet-address',
];
const fleetIcons = 'arrow-download|error-circle|filter';
/** The styles of the bar and of the fleet: another file of a few hundred bytes would be another trip before the first row. */
const sharedStyles = [
  'app/layout/(layout|find-box|notices)',
  'features/fleet/(fleet-screen|fleet-view|source-line|table-actions)',
  'features/fleet/(filters/filter-row|network/network-label|states/(loading-rows|no-match)|strip/figure|strip/summary-strip)',
  'features/fleet/table/(cells|footer-bar|table)',
];
/** What keeps things on the device: the fleet of the last visit, and what it shares with the history. */
const stores =
  'fleet-cache/(kept-fleet|fleet-store|fleets)|config/build-info|app/history/(idle|start-team-worker)|history/team/team-worker|domain/timeline/hash';
/** What is recorded and read back on every screen: the first rows wait for it, and a file of each part is a trip more. */
const timeline =
  'domain/(count-before|timeline/(causes|change|observation|resolve|time|facts|comparable|difference|history|azure-value|azure-region-place|azure-change-paths|azure-changes|changes-of-rows|carry|derive|operations|same-change|draft|join-observed|witnesses|merge|summary|entry))|azure/(query-changes|changes-kql)';
const codeSplitting = {
  includeDependenciesRecursively: false,
  groups: [
    {
      name: 'react',
      test: /rolldown\/runtime|node_modules\/(react|react-dom|scheduler|use-sync-external-store|wouter|@tanstack\/(query-core|react-query))\//,
    },
    {
      name: 'shared',
      test: new RegExp(
        `src/(${shared.join('|')})(\\.tsx?|\\.module\\.css)$|src/(${sharedStyles.join('|')})\\.module\\.css$|react-icons/lib/(core|contexts|headless|utils/constants)|headless-svg/(${sharedIcons})\\.js$`,
      ),
    },
    {
      name: 'fleet-rows',
      test: new RegExp(
        `src/(${fleet.join('|')})(\\.tsx?|\\.module\\.css)$|headless-svg/(${fleetIcons})\\.js$`,
      ),
    },
    { name: 'stores', test: new RegExp(`src/(${stores})\\.ts(\\?worker&url)?$|node_modules/idb/`) },
    { name: 'timeline', test: new RegExp(`src/(${timeline})\\.ts$`) },
  ],
};

/** Files that are on every page before anything is loaded lazily. */
const loadedFirst = /\/(index|mount|react|rolldown-runtime|shared)-[^/]+$/;

/**
 * Each lazy import carries a list of files to fetch along with it. What is there already need not be named: the lists
 * are a hundredth of the first screen.
 */
function filesToFetch(_file: string, files: string[], { hostId }: { hostId: string }): string[] {
  return /\/index-[^/]+$/.test(hostId) ? files : files.filter(file => !loadedFirst.test(file));
}

/** Whatever is loaded by name keeps its name; files that only hold what others share would be named for a chance member. */
function chunkFileNames({ name, isDynamicEntry }: { name: string; isDynamicEntry: boolean }): string {
  const named =
    isDynamicEntry || name === 'rolldown-runtime' || codeSplitting.groups.some(group => group.name === name);
  return named ? 'assets/[name]-[hash].js' : 'assets/[hash].js';
}

/**
 * The redirect page is built by itself (`--mode redirect`): in one build with the app it would share a chunk with it and
 * every sign-in would load code that it does not use.
 */
const build = (mode: string): BuildOptions => ({
  target: 'es2022',
  // Slower than Vite's own, and 1.4 kB less for every reader (docs/adr/0007-tooling.md).
  minify: 'terser',
  terserOptions: { ecma: 2020, module: true },
  sourcemap: true,
  manifest: mode === 'redirect' ? '.vite/redirect-manifest.json' : '.vite/manifest.json',
  modulePreload: { resolveDependencies: filesToFetch },
  emptyOutDir: mode !== 'redirect',
  rollupOptions: {
    input: mode === 'redirect' ? 'redirect.html' : 'index.html',
    checks: { pluginTimings: false },
    ...(mode === 'redirect' ? {} : { output: { codeSplitting, chunkFileNames } }),
  },
});

export default defineConfig(async ({ mode, command }) => ({
  plugins: [react(), fluentTokens(), preloadRuntime(), await sandbox(mode, command)],
  define: buildConstants(),
  server: { port, strictPort: true },
  preview: { port, strictPort: true },
  build: build(mode),
}));
