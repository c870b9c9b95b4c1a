import { expect, it } from 'vitest';
import { tabGround, tabIcon, tabLetters } from './tab-icon.ts';

it.each([
  ['contoso-api-prod', 'PR'],
  ['contoso-api-test', 'TE'],
  ['contoso', 'CO'],
  ['apim-weu-01', '01'],
  ['apim-', 'AP'],
])('tells the tab of %s by %s', (name, letters) => expect(tabLetters(name)).toBe(letters));

it('gives a service the same colour always, and a fleet every colour', () => {
  const names = Array.from({ length: 200 }, (_, index) => `/subscriptions/s/service/apim-${index}`);
  expect(names.map(tabGround)).toEqual(names.map(tabGround));
  expect(new Set(names.map(tabGround)).size).toBe(8);
});

it('lets nothing of a name into the markup but letters and digits', () =>
  expect(decodeURIComponent(tabIcon('x-"><script>', 'key'))).toMatch(
    />(?!.*script)[A-Z0-9]*<\/text><\/svg>$/,
  ));
