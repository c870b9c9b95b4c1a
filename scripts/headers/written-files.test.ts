import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/config.ts';
import { nginxConfig } from './nginx.ts';
import { headerRules } from './security-headers.ts';
import { staticWebAppConfig } from './static-web-app.ts';

const result = parseConfig(JSON.parse(readFileSync('public/config.json', 'utf8')));
const rules = result.ok ? headerRules(result.config) : [];

describe('the header files in the repository', () => {
  it('are what "npm run headers" makes of public/config.json', () => {
    expect(readFileSync('public/staticwebapp.config.json', 'utf8')).toBe(staticWebAppConfig(rules));
    expect(readFileSync('deploy/nginx.conf', 'utf8')).toBe(nginxConfig(rules));
  });

  it('take COOP away from the redirect page, which the global headers would give it', () => {
    const config: { routes: { route: string; headers: Record<string, string> }[] } = JSON.parse(
      staticWebAppConfig(rules),
    );
    const redirect = config.routes.find(one => one.route === '/redirect.html');
    expect(redirect?.headers['Cross-Origin-Opener-Policy']).toBe('');
  });
});

describe('the nginx file', () => {
  const blocks = new Map(
    [...nginxConfig(rules).matchAll(/location (?<match>[^{]+) \{\n(?<body>[\s\S]*?)\n {2}\}/g)].map(
      ({ groups }) => [groups?.['match'], groups?.['body'] ?? ''] as const,
    ),
  );

  it('keeps an asset for good only where it is there', () => {
    expect(blocks.get('/assets/')).toMatch(/immutable";/);
    expect(blocks.get('/assets/')).not.toMatch(/immutable" always/);
    expect(blocks.get('/assets/')).toMatch(/nosniff" always;/);
  });

  it('tells a missing history file from the page, which everything else falls back to', () => {
    expect(blocks.get('~ \\.jsonl$')).toContain('try_files $uri =404;');
    expect(blocks.get('/')).toContain('try_files $uri /index.html;');
  });
});
