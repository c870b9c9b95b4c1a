import { expect, it } from 'vitest';
import { clouds } from './cloud.ts';
import { isSampleData } from './sample-data.ts';

it('marks the sandbox alone: never a cloud of Azure, whatever a configuration calls it', () => {
  expect(isSampleData({ name: 'Sandbox', resourceManager: 'http://localhost:4174' })).toBe(true);
  expect(isSampleData({ name: 'Sandbox', resourceManager: 'https://management.azure.com' })).toBe(false);
  expect(isSampleData({ name: 'Stack', resourceManager: 'http://localhost:30005' })).toBe(false);
  expect(Object.values(clouds).filter(isSampleData)).toEqual([]);
});
