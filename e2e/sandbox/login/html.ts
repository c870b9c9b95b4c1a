import { createHash } from 'node:crypto';
import type { Reply } from './http.ts';

/** Text that is HTML already. Made by `html` alone, which escapes everything else. */
export type Html = { readonly html: string };

type Part = string | Html | readonly Html[] | false;

/** Builds HTML: plain text is escaped, HTML and lists of it are taken as they are, false is left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + render(parts[index] ?? '')).join('') };
}

function render(part: Part): string {
  if (part === false) return '';
  if (typeof part === 'string') return escapeHtml(part);
  if ('html' in part) return part.html;
  return part.map(one => one.html).join('');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; font: 14px/20px "Segoe UI", system-ui, sans-serif;
  --text: light-dark(#242424, #fff); --second: light-dark(#616161, #adadad); --line: light-dark(#d1d1d1, #525252);
  --ground: light-dark(#fff, #1f1f1f); --hover: light-dark(#f5f5f5, #2c2c2c); --brand: light-dark(#0f6cbd, #62abf5);
  --note: light-dark(#8a3707, #faa06b); --note-ground: light-dark(#fff9f5, #2b1507); }
body { margin: 0; background: light-dark(#fafafa, #181818); color: var(--text); }
main { box-sizing: border-box; max-width: 440px; margin: 8vh auto; padding: 24px; background: var(--ground);
  border: 1px solid var(--line); border-radius: 4px; overflow-wrap: anywhere; }
h1 { font-size: 20px; line-height: 28px; font-weight: 600; margin: 16px 0 4px; }
p { margin: 0 0 16px; } .second { color: var(--second); }
.mark, .problem { margin: 0; padding: 8px 12px; border-left: 3px solid var(--note); color: var(--note);
  background: var(--note-ground); }
.problem { margin-top: 16px; }
ul { list-style: none; margin: 0 0 16px; padding: 0; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px;
  min-height: 32px; padding: 4px 12px; cursor: pointer; }
button:hover { background: var(--hover); } button:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
li button { width: 100%; padding: 8px 12px; margin-bottom: 8px; text-align: start; }
li strong, li span { display: block; font-weight: 400; } li strong { font-weight: 600; }
label { display: flex; gap: 8px; align-items: center; min-height: 24px; margin-bottom: 16px; }
.primary { background: #0f6cbd; border-color: #0f6cbd; color: #fff; } .primary:hover { background: #115ea3; }
.row { display: flex; gap: 8px; }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

export type PageOptions = {
  readonly status?: number;
  /** Origins that a form of the page may end at: Chromium holds `form-action` against redirects as well. */
  readonly formTargets?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** A page that runs no script, loads nothing and cannot be framed. */
export function page(
  title: string,
  body: Html,
  { status = 200, formTargets = [], headers = {} }: PageOptions = {},
): Reply {
  const text = html`<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Sandbox sign-in</title><style>${{ html: style }}</style></head><body><main>
<p class="mark">Sandbox sign-in: sample accounts, no password</p>
${body}</main></body></html>`.html;
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': [
        "default-src 'none'",
        `style-src 'sha256-${styleHash}'`,
        `form-action ${["'self'", ...formTargets].join(' ')}`,
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ].join('; '),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      // Not no-referrer: a browser would then send the forms with `Origin: null`.
      'referrer-policy': 'same-origin',
      ...headers,
    },
    body: text,
  };
}
