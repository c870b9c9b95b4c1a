import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArmError } from '../../azure/arm-error.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { parseConfig } from '../../config/config.ts';
import { type DiagnosticsOf, diagnosticsText } from './diagnostics.ts';
import type { Problem } from './problem.ts';

const correlationId = '0c0ffee0-1111-4222-8333-444444444444';

function configOf(value: object) {
  const result = parseConfig({ version: 1, ...value });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.config;
}

const problem: Problem = {
  key: 'one',
  operation: 'list services',
  about: null,
  subscriptionId: '6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13',
  reason: new ArmError({
    kind: 'forbidden',
    scope: { operation: 'list services' },
    status: 403,
    code: 'AuthorizationFailed',
    message: 'The client admin@contoso.com may not.',
    correlationId,
  }),
  at: Date.UTC(2026, 2, 3, 10, 14),
  retry: { by: 'right' },
  isFault: false,
  isShown: true,
};

const whole: DiagnosticsOf = {
  at: Date.UTC(2026, 2, 3, 10, 15),
  build: { version: '0.1.0', commit: 'abc1234' },
  browser: 'Mozilla/5.0 Chrome/156.0.0.0',
  online: true,
  screen: 'fleet',
  config: configOf({}),
  fleet: undefined,
  history: { status: 'on' },
  problems: [problem],
  ids: [],
};

/** The lines without the browser's own: its version has the form of an address. */
function text(changed: Partial<DiagnosticsOf> = {}): string {
  return diagnosticsText({ ...whole, ...changed })
    .split('\n')
    .filter(line => !line.startsWith('browser: '))
    .join('\n');
}

/** Each begins with something that no word of the diagnostics holds. */
const secret = fc.string({ minLength: 1, maxLength: 40 }).map(tail => `zq§${tail}`);
const address = fc.oneof(
  fc.ipV4(),
  fc.ipV6().filter(ip => ip.length > 6),
);
const name = fc.oneof(secret, address, fc.emailAddress());
const guid = fc.uuid().filter(id => id !== correlationId);
const token = fc.base64String({ minLength: 40 }).map(body => `eyJ${body}.eyJ${body}.${body}`);

describe('diagnosticsText', () => {
  it('tells what failed with status, code, correlation id, time and how it goes on', () =>
    expect(text()).toContain(
      `1. list services; subscription 1; forbidden; HTTP 403; code AuthorizationFailed; correlation id ${correlationId}; at 2026-03-03T10:14:00.000Z; waits for a right`,
    ));

  it('tells the build, the browser, the cloud, what is configured, and counts', () => {
    const lines = diagnosticsText(whole);
    expect(lines).toContain('build: 0.1.0 abc1234');
    expect(lines).toContain('browser: Mozilla/5.0 Chrome/156.0.0.0');
    expect(lines).toContain('cloud: AzureCloud');
    expect(lines).toContain('configured: tenant any, token cache sessionStorage');
    expect(lines).toContain('history: on');
    expect(lines).toContain('problems: 1');
  });

  it('tells when a read that waits is asked again', () =>
    expect(text({ problems: [{ ...problem, at: null, retry: { by: 'itself', until: whole.at } }] })).toMatch(
      /; asked again at 2026-03-03T10:15:00.000Z$/m,
    ));

  it('numbers subscriptions alike throughout', () => {
    const other = { ...problem, key: 'two', subscriptionId: '11111111-2222-4333-8444-555555555555' };
    const again = { ...problem, key: 'three', subscriptionId: problem.subscriptionId?.toUpperCase() ?? null };
    expect(text({ problems: [problem, other, again] }).match(/subscription \d/g)).toEqual([
      'subscription 1',
      'subscription 2',
      'subscription 1',
    ]);
  });

  it('lists 50 problems and counts the rest', () => {
    const many = text({ problems: Array.from({ length: 53 }, () => problem) });
    expect(many).toContain('\n50. ');
    expect(many).not.toContain('\n51. ');
    expect(many).toContain('and 3 more');
  });

  it('lets no token, name, address or id out, wherever it stands', () => {
    const hostile = fc.record({
      names: fc.array(name, { minLength: 8, maxLength: 8 }),
      ids: fc.array(guid, { minLength: 6, maxLength: 6 }),
      token,
      quotesOwnId: fc.boolean(),
    });
    fc.assert(
      fc.property(hostile, ({ names, ids, token: bearer, quotesOwnId }) => {
        const [account = '', tenant = '', subscription = '', client = '', other = '', listed = ''] = ids;
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = names;
        const reason = new ArmError({
          kind: 'unexpected',
          scope: { operation: 'read the service', subscriptionId: subscription },
          status: 400,
          code: a,
          message: `${b} ${bearer}`,
          correlationId: quotesOwnId ? (ids[names.join('').length % ids.length] ?? null) : c,
          tenants: [other],
          claims: bearer,
        });
        const crash = new Error(d);
        crash.name = e;
        const fleet: FleetRead = {
          services: [],
          unreadable: [{ id: f, name: e, problem: g, json: h }],
          subscriptions: [{ id: listed, name: g, state: h, tenantId: tenant }],
          missing: [{ subscriptionId: other, name: f, reason }],
          incomplete: reason,
          source: 'arm',
          receivedAt: 0,
          correlationIds: [other],
        };
        const said = text({
          ids: [account, tenant],
          config: configOf({
            clientId: client,
            tenant,
            cloud: {
              name: 'zq§cloud',
              authority: 'https://login.zqhost.example',
              resourceManager: 'https://arm.zqhost.example',
            },
            history: { device: true, url: '/zq§.jsonl' },
          }),
          fleet,
          history: { status: 'off', reason: 'failed', detail: h },
          problems: [
            { ...problem, about: b, subscriptionId: subscription, reason },
            { ...problem, key: c, about: d, reason: crash },
            { ...problem, key: h, retry: { by: 'sign-in', claims: bearer } },
          ],
        });
        const planted = [...names, ...ids, bearer].map(one => one.toLowerCase());
        const lower = said.toLowerCase();
        expect(planted.filter(one => lower.includes(one))).toEqual([]);
        expect(lower).not.toMatch(/zq|@|\d+\.\d+\.\d+\.\d+|[0-9a-f]*::[0-9a-f]*/);
        expect(said.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi)).toEqual([correlationId]);
      }),
      { numRuns: 1_000 },
    );
  });
});
