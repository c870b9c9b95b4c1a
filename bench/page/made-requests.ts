import type { Page } from '@playwright/test';
import type { ArmRequest, LimitRequests } from './sandbox-page.ts';

/**
 * Notes what the product asks Azure for until the fleet stands, for the limit page to ask the same. Pages of one query
 * follow one another; everything else goes side by side.
 */
export async function noteRequests(
  page: Page,
  armOrigin: string,
  go: () => Promise<unknown>,
): Promise<LimitRequests> {
  const made: ArmRequest[] = [];
  let token = '';
  const note = (request: {
    url(): string;
    method(): string;
    postData(): string | null;
    headers(): Record<string, string>;
  }) => {
    if (!request.url().startsWith(armOrigin) || request.method() === 'OPTIONS') return;
    made.push({ url: request.url(), method: request.method(), body: request.postData() });
    token = request.headers()['authorization']?.replace(/^Bearer /, '') ?? token;
  };
  page.on('request', note);
  await go();
  page.off('request', note);
  const chains = new Map<string, ArmRequest[]>();
  for (const request of made) {
    const key = chainOf(request);
    chains.set(key, [...(chains.get(key) ?? []), request]);
  }
  return { token, chains: [...chains.values()] };
}

/** Requests that differ in nothing but the page that they ask for belong together. */
function chainOf({ url, body }: ArmRequest): string {
  const path = url.replace(/[?&]\$?skipToken=[^&]*/i, '');
  return `${path} ${body?.replace(/"\$skipToken":"[^"]*",?/, '').replace(/,\}/g, '}') ?? ''}`;
}
