import type { Config } from '../../src/config/config.ts';

/** Headers of one kind of path; `path` in the notation of Azure Static Web Apps (`*` at the end alone). */
export type HeaderRule = { readonly path: string; readonly headers: Readonly<Record<string, string>> };

/** The hash of an empty style element: Fluent's style engine inserts one and fills it through the CSSOM. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Origins that the browser may reach for a configuration: ARM, and sign-in as MSAL will call it. */
function reachable({ cloud }: Config): { readonly arm: string; readonly signIn: readonly string[] } {
  const endpoints = Object.entries(cloud.authorityMetadata ?? {})
    .filter(([name]) => name !== 'issuer')
    .map(([, url]) => new URL(url).origin);
  return {
    arm: cloud.resourceManager,
    signIn: endpoints.length > 0 ? [...new Set(endpoints)] : [cloud.authority],
  };
}

function policy(config: Config, page: 'app' | 'redirect'): string {
  const { arm, signIn } = reachable(config);
  const directives: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", emptyStyle],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'connect-src': ["'self'", arm, ...signIn],
    // The silent sign-in is a hidden frame: it opens at the sign-in service and ends on our redirect page.
    'frame-src': ["'self'", ...signIn],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': [page === 'redirect' ? "'self'" : "'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['apim-ip-worker'],
  };
  return written(directives);
}

/**
 * A worker is ruled by the policy that its own script comes with, not by the page's. Ours reads the team's file from this
 * origin and holds no token: nobody else is reached from it.
 */
const workerPolicy = written({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'require-trusted-types-for': ["'script'"],
});

function written(directives: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(directives)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** The headers of a deployment, one source for every host: Static Web Apps, nginx, the sandbox and the tests. */
export function headerRules(config: Config): readonly HeaderRule[] {
  const everywhere = {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Permissions-Policy':
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), clipboard-write=(self)',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
  return [
    {
      path: '/redirect.html',
      headers: {
        ...everywhere,
        'Content-Security-Policy': policy(config, 'redirect'),
        'Cache-Control': 'no-cache',
      },
    },
    { path: '/config.json', headers: { ...everywhere, 'Cache-Control': 'no-store' } },
    {
      path: '/assets/*',
      headers: {
        ...everywhere,
        'Content-Security-Policy': workerPolicy,
        'Cache-Control': 'public, max-age=31536000, immutable',
      },
    },
    {
      path: '/*',
      headers: {
        ...everywhere,
        'Content-Security-Policy': policy(config, 'app'),
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cache-Control': 'no-cache',
      },
    },
  ];
}

/** The headers that a host sends for a path: those of the first rule that matches it. */
export function headersFor(rules: readonly HeaderRule[], path: string): Readonly<Record<string, string>> {
  const rule = rules.find(one =>
    one.path.endsWith('*') ? path.startsWith(one.path.slice(0, -1)) : one.path === path,
  );
  return rule?.headers ?? {};
}
