import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultRecording, loadRecording, retentions, saveRecording } from './recording.ts';

const kept = new Map<string, string>();
const mine = { cloud: 'AzureCloud', tenant: 't', account: 'a' };

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});
afterEach(() => vi.unstubAllGlobals());

it.each(retentions)('keeps the choice of %s days for one account and tenant alone', days => {
  saveRecording(mine, { on: false, days, tell: true });
  expect(loadRecording(mine)).toEqual({ on: false, days, tell: true });
  expect(loadRecording({ ...mine, account: 'b' })).toEqual(defaultRecording);
  expect(loadRecording({ ...mine, tenant: 'u' })).toEqual(defaultRecording);
});

it.each(['', 'perhaps', 'on 12', 'on -1', 'on'])(
  'never turns a damaged choice (%j) into a shorter time',
  text => {
    saveRecording(mine, defaultRecording);
    for (const key of kept.keys()) kept.set(key, text);
    expect(loadRecording(mine)).toEqual(defaultRecording);
  },
);

it('reads a choice of an older version, which told of nothing', () => {
  saveRecording(mine, defaultRecording);
  for (const key of kept.keys()) kept.set(key, 'off 90');
  expect(loadRecording(mine)).toEqual({ on: false, days: 90, tell: false });
});

it('goes on where the browser denies storage', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(saveRecording(mine, defaultRecording)).toBe(false);
  expect(loadRecording(mine)).toEqual(defaultRecording);
});
