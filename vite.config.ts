import react from '@vitejs/plugin-react';
import { type BuildOptions, defineConfig, type PluginOption } from 'vite';
import { fluentTokens } from './scripts/vite/fluent-tokens.ts';

const port = Number(process.env['PORT'] ?? 4173);

/** `--mode sandbox` starts the stand-in Azure beside the page; a build never does. */
async function sandbox(mode: string, command: string): Promise<PluginOption> {
  if (mode !== 'sandbox' || command !== 'serve') return null;
  const { startSandbox } = await import('./e2e/sandbox/start.ts');
  const { sandboxPlugin } = await import('./e2e/sandbox/vite-plugin.ts');
  const { printWelcome } = await import('./e2e/sandbox/welcome.ts');
  const started = startSandbox({ appPort: port });
  return [sandboxPlugin(started), printWelcome(started)];
}

/**
 * The redirect page is built by itself (`--mode redirect`): in one build with the app it would share a chunk with it and
 * every sign-in would load code that it does not use.
 */
const build = (mode: string): BuildOptions => ({
  target: 'es2022',
  sourcemap: true,
  manifest: mode === 'redirect' ? '.vite/redirect-manifest.json' : '.vite/manifest.json',
  emptyOutDir: mode !== 'redirect',
  rollupOptions: { input: mode === 'redirect' ? 'redirect.html' : 'index.html' },
});

export default defineConfig(async ({ mode, command }) => ({
  plugins: [react(), fluentTokens(), await sandbox(mode, command)],
  server: { port, strictPort: true },
  preview: { port, strictPort: true },
  build: build(mode),
}));
