import { describe, expect, it } from 'vitest';
import type { RoleCell } from '../../../domain/guidance/address-roles.ts';
import { cellWords } from './cell-words.ts';

const context = { loading: false, term: 'private VIP' };
const unknown = { kind: 'unknown', code: 'subnet-not-readable', why: 'Subnet snet was not read.' } as const;

const cases: readonly (readonly [string, RoleCell, { instead: string | undefined; note: string }])[] = [
  [
    'an address',
    { kind: 'addresses', values: ['10.0.0.5'], note: 'port 3443' },
    { instead: undefined, note: 'port 3443' },
  ],
  [
    'a note that the head says already',
    { kind: 'addresses', values: ['10.0.0.5'], note: 'private VIP' },
    { instead: undefined, note: '' },
  ],
  [
    'a shared tier',
    { kind: 'shared', note: 'no dedicated IP' },
    { instead: 'Shared', note: 'no dedicated IP' },
  ],
  [
    'an address reported on a shared tier',
    { kind: 'reported-not-dedicated', values: ['203.0.113.9'], note: 'use the host name' },
    { instead: undefined, note: 'reported, not dedicated; use the host name' },
  ],
  ['what cannot exist', { kind: 'none', note: 'no VNet' }, { instead: '–', note: 'no VNet' }],
  [
    'an unknown',
    { ...unknown, reported: [], pending: false },
    { instead: 'Unknown', note: 'subnet not read' },
  ],
  [
    'an unknown with a reported address',
    { ...unknown, code: 'nat-gateway-differs', reported: ['203.0.113.9'], pending: false },
    { instead: undefined, note: 'reported only: NAT gateway and service disagree' },
  ],
  [
    'what nobody asked for yet',
    { ...unknown, reported: [], pending: true },
    { instead: 'Not read yet', note: 'network not read yet' },
  ],
];

describe('cellWords', () => {
  it.each(cases)('%s', (_what, cell, words) => expect(cellWords(cell, context)).toMatchObject(words));

  it('says that the network is being read while it is', () =>
    expect(cellWords({ ...unknown, reported: [], pending: true }, { ...context, loading: true }).note).toBe(
      'reading the network',
    ));

  it.each(cases)('%s: a value that is no promise is marked as doubtful', (_what, cell) =>
    expect(cellWords(cell, context).doubtful).toBe(
      cell.kind === 'unknown' || cell.kind === 'reported-not-dedicated',
    ),
  );
});
