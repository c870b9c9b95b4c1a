import type { Plugin } from 'vite';

/**
 * Names the bundler's own file in index.html: every other file needs it, and it is too small to come by itself. A host that
 * speaks HTTP/1.1 sends six files at a time, and it took the place of one that the first address waits for.
 */
export function preloadRuntime(): Plugin {
  return {
    name: 'preload-runtime',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const [runtime] = Object.keys(bundle ?? {}).filter(file =>
          /\/rolldown-runtime-[^/]+\.js$/.test(file),
        );
        if (!runtime) return [];
        return [
          {
            tag: 'link',
            injectTo: 'head',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `/${runtime}` },
          },
        ];
      },
    },
  };
}
