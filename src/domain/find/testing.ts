import type { Coverage } from './verdict.ts';

/** For tests: everything that could hold an answer was read. */
export const whole: Coverage = {
  underWay: false,
  missing: 0,
  incomplete: false,
  network: { pending: false, unread: 0 },
  tagsPending: false,
};

/** For tests: what is told of an address that a service had until 9 April 2026. */
export const formerly = {
  region: 'westeurope',
  kind: 'publicIPAddresses',
  from: Date.UTC(2025, 0, 9),
  lastSeen: Date.UTC(2026, 3, 9, 8),
  goneBy: Date.UTC(2026, 3, 9, 9),
  cause: 'Zones changed',
} as const;
