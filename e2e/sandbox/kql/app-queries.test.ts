import { describe, expect, it } from 'vitest';
import { kqlTexts } from '../../../src/azure/kql-texts.ts';
import { kqlDiagnostics } from './check-kql.ts';

describe('every query that the app can send', () => {
  it.each(Object.entries(kqlTexts))('%s has nothing that Microsoft’s parser objects to', (_name, text) => {
    expect(kqlDiagnostics(text)).toEqual([]);
  });
});
