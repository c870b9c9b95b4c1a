import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { evil, hostile, inNetwork, onPublicIp, onShared, writtenBy } from './sample-rules.ts';
import { shellComment, shellQuoted } from './shell.ts';

vi.setConfig({ testTimeout: 60_000 });

// The scripts run in real shells, with an `az` that only writes down what it was given. For mutation testing one has to do.
const known = process.env['STRYKER_MUTATOR_WORKER'] === undefined ? ['sh', 'bash', 'dash'] : ['sh'];
const shells = known.filter(shell => spawnSync(shell, ['-c', ':']).status === 0);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rule-text-'));
  const az =
    '#!/bin/sh\nfor arg in "$@"; do printf "%s\\0" "$arg" >>"$AZ_LOG"; done\nprintf "\\0" >>"$AZ_LOG"\n';
  writeFileSync(join(folder, 'az'), az, { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true }));

type Call = readonly string[];

function run(shell: string, script: string, env: Readonly<Record<string, string>>) {
  const log = join(folder, 'log');
  rmSync(log, { force: true });
  const file = join(folder, 'script.sh');
  writeFileSync(file, script);
  const { status, stderr } = spawnSync(shell, [file], {
    env: { PATH: `${folder}:/usr/bin:/bin`, AZ_LOG: log, ...env },
    encoding: 'utf8',
  });
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  const calls: readonly Call[] = text
    .split('\0\0')
    .filter(call => call !== '')
    .map(call => call.split('\0'));
  return { status, stderr, calls };
}

const variables = (script: string) => [
  ...new Set([...script.matchAll(/\$\{([A-Z0-9_]+):\?/g)].flatMap(match => match[1] ?? [])),
];
const filled = (script: string) =>
  Object.fromEntries(
    variables(script).map((name, index) => [
      name,
      name.includes('PRIORITY') ? String(300 + index) : `v ${name}`,
    ]),
  );
const argument = (call: Call, name: string) => {
  const at = call.indexOf(name);
  const end = call.findIndex((arg, index) => index > at && arg.startsWith('--'));
  return call.slice(at + 1, end < 0 ? undefined : end);
};

const texts = {
  nsg: () => writtenBy('nsg', [inNetwork, onShared, onPublicIp]),
  'nsg, one rule': () => writtenBy('nsg', [onShared], ['internet-back-ends']),
  'nsg, hostile': () =>
    writtenBy('nsg', [inNetwork, onShared, onPublicIp].map(hostile), undefined, {
      includeOptional: true,
    }),
  'ip group': () => writtenBy('ip-group', [inNetwork, onShared, onPublicIp]),
  'ip group, hostile': () => writtenBy('ip-group', [inNetwork, onShared].map(hostile)),
};

describe.each(shells)('read by %s', shell => {
  it.each(Object.entries(texts))('%s is a script', (_, text) => {
    expect(() => execFileSync(shell, ['-n'], { input: text(), stdio: 'pipe' })).not.toThrow();
  });

  it.each(Object.entries(texts))('%s calls az for nothing while any one variable is not set', (_, write) => {
    const text = write();
    const names = variables(text);
    expect(names.length).toBeGreaterThan(0);
    for (const missing of names) {
      const { [missing]: _left, ...others } = filled(text);
      const { status, stderr, calls } = run(shell, text, others);
      expect(calls).toEqual([]);
      expect(status).not.toBe(0);
      expect(stderr).toContain(`set ${missing}`);
    }
  });

  it('hands az every value as one argument', () => {
    const { status, calls } = run(shell, texts['nsg, one rule'](), {
      INTERNET_BACK_END_RESOURCE_GROUP: 'rg with space',
      INTERNET_BACK_END_NSG: '*',
      INTERNET_BACK_END_ADDRESSES: '10.5.0.0/24',
      INTERNET_BACK_END_PORTS: '443',
      PRIORITY: '310',
    });
    expect(status).toBe(0);
    expect(calls).toEqual([
      [
        'network',
        'nsg',
        'rule',
        'create',
        '--resource-group',
        'rg with space',
        '--nsg-name',
        '*',
        '--name',
        'apim-events-internet-back-ends-westeurope-4a81f7b9ad',
        '--description',
        'API Management events: internet-back-ends',
        '--priority',
        '310',
        '--direction',
        'Inbound',
        '--access',
        'Allow',
        '--protocol',
        'Tcp',
        '--source-address-prefixes',
        'AzureCloud.westeurope',
        '--source-port-ranges',
        '0-65535',
        '--destination-address-prefixes',
        '10.5.0.0/24',
        '--destination-port-ranges',
        '443',
      ],
    ]);
  });

  it('makes one rule a purpose with all its ranges, IPv4 and IPv6 apart', () => {
    const text = texts.nsg();
    const { calls } = run(shell, text, filled(text));
    const privateRules = calls.filter(call => argument(call, '--name')[0]?.includes('private-back-ends'));
    expect(privateRules.map(call => argument(call, '--source-address-prefixes'))).toEqual([
      ['10.0.0.0/27', '10.1.0.0/27'],
      ['fd00:1::/64'],
    ]);
    expect(privateRules.map(call => argument(call, '--direction'))).toEqual([['Inbound'], ['Inbound']]);
    const client = calls.find(call => argument(call, '--name')[0]?.includes('clients'));
    expect(client && argument(client, '--direction')).toEqual(['Outbound']);
    expect(client && argument(client, '--destination-address-prefixes')).toEqual([
      '10.0.0.5/32',
      '10.1.0.5/32',
      '203.0.113.7/32',
    ]);
    const management = calls.find(call => argument(call, '--name')[0]?.includes('management'));
    expect(management && argument(management, '--destination-address-prefixes')).toEqual(['VirtualNetwork']);
  });

  it.each(['nsg, hostile', 'ip group, hostile'] as const)(
    '%s runs nothing but az, with the calls that it should make',
    key => {
      rmSync('/tmp/rule-text-owned', { force: true });
      const text = texts[key]();
      const { calls, stderr } = run(shell, text, filled(text));
      expect(stderr).toBe('');
      expect(existsSync('/tmp/rule-text-owned')).toBe(false);
      expect(calls.length).toBeGreaterThan(1);
      for (const call of calls) {
        expect(call.slice(0, 2).join(' ')).toBe(
          'network '.concat(key.startsWith('nsg') ? 'nsg' : 'ip-group'),
        );
        expect(argument(call, '--name').join()).toMatch(/^[a-z0-9-]{1,80}$/);
      }
    },
  );

  it('quotes any text so that the shell gives it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab $`\\\'"!*?~#;&|<>(){}[]=%-') }), text => {
        const out = execFileSync(shell, ['-c', `printf %s ${shellQuoted(text)}`], { encoding: 'utf8' });
        expect(out).toBe(text.trim());
      }),
      { numRuns: 150 },
    );
  });
});

describe('shell text', () => {
  it('keeps comments in one line and free of what a shell would act on', () => {
    for (const write of Object.values(texts)) {
      for (const line of write()
        .split('\n')
        .filter(one => one.startsWith('#'))) {
        expect(line).not.toMatch(/[`$;|&<>\\!"'*?{}[\]~^\r\u2028]/);
      }
    }
    expect(shellComment(evil)).not.toContain('\n');
  });

  it('has no wildcard anywhere', () => {
    for (const key of ['nsg', 'nsg, one rule', 'ip group'] as const) expect(texts[key]()).not.toContain('*');
  });
});
