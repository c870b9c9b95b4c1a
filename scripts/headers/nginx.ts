import { type HeaderRule, headersFor } from './security-headers.ts';

/** The part of an nginx server block that serves the built files with the same headers and the same fallback. */
export function nginxConfig(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, headers }) =>
    block(
      path.endsWith('*') ? path.slice(0, -1) : `= ${path}`,
      [path === '/*' ? 'try_files $uri /index.html;' : 'try_files $uri =404;'],
      headers,
    ),
  );
  // A history file that is not there has to be told as missing; the fallback would answer with the page.
  const history = block(
    '~ \\.jsonl$',
    ['types { }', 'default_type application/x-ndjson;', 'try_files $uri =404;'],
    headersFor(rules, '/history.jsonl'),
  );
  return [
    '# Made by "npm run headers" from config.json; do not edit by hand.',
    'server {',
    '  listen 8080;',
    '  root /usr/share/nginx/html;',
    '  server_tokens off;',
    '  gzip on;',
    '  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;',
    '',
    [history, ...blocks].join('\n\n'),
    '}',
    '',
  ].join('\n');
}

function block(match: string, first: readonly string[], headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `add_header ${name} ${quote(value)}${isForSuccess(value) ? '' : ' always'};`,
  );
  return [`  location ${match} {`, ...[...first, ...lines].map(line => `    ${line}`), '  }'].join('\n');
}

/** What is kept for good must be there: an asset that is missing for a moment, while files change, would be missing for a year. */
function isForSuccess(value: string): boolean {
  return value.includes('immutable');
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
