import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getService } from '../azure/get-service.ts';
import { getSubnet } from '../azure/get-subnet.ts';
import { readRow } from '../azure/read-rows.ts';
import { armServiceReader } from '../azure/service-reader.ts';
import { FakeNetwork, json } from '../azure/testing/fake-network.ts';
import { armServiceJson } from '../azure/testing/services.ts';
import { formatServiceId } from '../domain/arm-id.ts';
import { servicePathOf } from '../domain/url/service-url.ts';
import { visibleText } from '../domain/visible-text.ts';
import { matchRoute } from './match-route.ts';

const subscription = '6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13';
const idIn = (group: string, name = 'contoso') =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}`;

/** What Azure's naming rules let a resource group be called (learn: resource-name-rules), and a few that they do not. */
const groups = [
  'rg-(prod)_eu.west',
  '(rg)',
  'rg_',
  '__',
  'a.b..c',
  '-rg-',
  'käse',
  'Straße',
  '東京グループ',
  'קבוצה',
  'ｆｕｌｌ',
  'e\u0301tude',
  'blank\u3164letter',
  'joiner\u034fhere',
  '100%',
  'rg%41',
  'rg%2Fx',
  "it's",
  'a b+c&d=e;f,g:h@i$j!k*l',
  '[square]',
  'question?mark#hash',
];

/** Where the link of a service leads: through the address bar and the route to what is asked of Azure. */
async function askedFor(id: string): Promise<string> {
  const { pathname } = new URL(servicePathOf(id), 'https://app.example');
  const route = matchRoute(pathname);
  if (route.name !== 'service') throw new Error(`${pathname} is no service`);
  const network = new FakeNetwork(() => json(armServiceJson(subscription, 'contoso')));
  await getService(network.azure, { id: formatServiceId(route.id) });
  return decodeURIComponent(network.sent[0]?.url.pathname ?? '');
}

describe('an ARM id with odd characters', () => {
  it.each(groups)('leads to its service: %s', async group =>
    expect(await askedFor(idIn(group))).toBe(idIn(group)),
  );

  it('leads to its service, whatever letters are in it (2,000 names)', async () => {
    const name = fc.string({
      unit: fc.oneof(
        fc.constantFrom('(', ')', '.', '_', '-', '%', '\u3164'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
      maxLength: 20,
    });
    const legal = name.filter(text => !/[/?#\p{Cs}\s]|^\.+$/iu.test(text));
    await fc.assert(
      fc.asyncProperty(legal, legal, async (group, service) => {
        expect(await askedFor(idIn(group, service))).toBe(idIn(group, service));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is taken from a link in which every letter is encoded', () => {
    const encoded = idIn('rg-(prod)').replace(/rg-\(prod\)/, '%72%67%2D%28%70%72%6F%64%29');
    const route = matchRoute(new URL(encoded, 'https://app.example').pathname);
    expect(route).toMatchObject({ name: 'service', id: { resourceGroup: 'rg-(prod)' } });
  });

  it.each(groups)('is a service of the group as people see it: %s', group => {
    const { row } = readRow(armServiceReader, {
      ...armServiceJson(subscription, 'contoso'),
      id: idIn(group),
    });
    expect(row).toMatchObject({ id: idIn(group), resourceGroup: visibleText(group) });
  });

  it('of a subnet is asked for as Azure wrote it, though screens show what it hides', async () => {
    const network = new FakeNetwork(() => json({ properties: { addressPrefix: '10.0.0.0/24' } }));
    const id = `/subscriptions/${subscription}/resourceGroups/blank\u3164/providers/Microsoft.Network/virtualNetworks/v/subnets/s`;
    await getSubnet(network.azure, { id: visibleText(id) });
    expect(decodeURIComponent(network.sent[0]?.url.pathname ?? '')).toBe(id);
  });
});
