import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { azRestCommand } from './az-rest.ts';

const head = 'https://management.azure.com/subscriptions/s/resourceGroups/';

function urlIn(command: string): string {
  return /"([^"]*)"$/.exec(command)?.[1] ?? '';
}

describe('azRestCommand', () => {
  it('leaves an ordinary URL readable', () =>
    expect(azRestCommand(`${head}rg-a/x?api-version=2024-05-01`)).toBe(
      `az rest --method get --url "${head}rg-a/x?api-version=2024-05-01"`,
    ));

  it.each([
    '$(id)',
    '`id`',
    '"; id; "',
    "' id '",
    '\\',
    '!',
    '%PATH%',
    '\n id',
    'a b',
    '${IFS}',
    '^',
    '|',
    '<>',
    '(x)',
  ])('holds %j as data', name => {
    const command = azRestCommand(`${head}${name}`);
    expect(urlIn(command)).not.toMatch(/[\s$`'"\\!^|<>(){}*]/);
    expect(decodeURIComponent(urlIn(command))).toBe(`${head}${name}`);
  });

  it('is one word for a shell that is given any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const command = azRestCommand(`${head}${name}`);
        const word = urlIn(command);
        const script = `set -- ${command}; printf %s "$#:$6"`;
        expect(execFileSync('/bin/sh', ['-c', script], { encoding: 'utf8' })).toBe(`6:${word}`);
        expect(word).toMatch(/^[A-Za-z0-9\-._~:/?=&,;@+%[\]]*$/);
      }),
      { numRuns: 60 },
    );
  });
});
