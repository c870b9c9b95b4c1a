import type { HeaderRule } from './security-headers.ts';

/** The part of an nginx server block that serves the built files with the same headers and the same fallback. */
export function nginxConfig(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ path, headers }) => {
    const match = path.endsWith('*') ? `location ${path.slice(0, -1)}` : `location = ${path}`;
    const lines = Object.entries(headers).map(
      ([name, value]) => `    add_header ${name} ${quote(value)} always;`,
    );
    const files = path === '/*' ? 'try_files $uri /index.html;' : 'try_files $uri =404;';
    return [`  ${match} {`, `    ${files}`, ...lines, '  }'].join('\n');
  });
  return [
    '# Made by "npm run headers" from config.json; do not edit by hand.',
    'server {',
    '  listen 8080;',
    '  root /usr/share/nginx/html;',
    '  server_tokens off;',
    '  gzip on;',
    '  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;',
    '',
    blocks.join('\n\n'),
    '}',
    '',
  ].join('\n');
}

function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
