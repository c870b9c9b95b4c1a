import type { HeaderRule } from './security-headers.ts';

/** `staticwebapp.config.json`: routes are tried in order, so the exact paths stand before the fallback. */
export function staticWebAppConfig(rules: readonly HeaderRule[]): string {
  const everywhere = rules.find(rule => rule.path === '/*')?.headers ?? {};
  const config = {
    navigationFallback: {
      rewrite: '/index.html',
      exclude: ['/assets/*', '/config.json', '/history.jsonl', '/redirect.html', '/favicon.svg'],
    },
    globalHeaders: everywhere,
    // A header of a route stands in for the global one; an empty value takes it away.
    routes: rules
      .filter(rule => rule.path !== '/*')
      .map(({ path, headers }) => ({
        route: path,
        headers: { ...withoutOthers(everywhere, headers), ...headers },
      })),
    mimeTypes: { '.jsonl': 'application/x-ndjson' },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function withoutOthers(
  everywhere: Readonly<Record<string, string>>,
  own: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.keys(everywhere).flatMap(name => (name in own ? [] : [[name, '']])));
}
