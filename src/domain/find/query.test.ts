import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeText } from '../ranges/ip-range.ts';
import { parseFindQuery } from './query.ts';
import type { FindTerm } from './term.ts';

const service =
  '/subscriptions/6f2b0000-0000-4000-8000-000000000001/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/contoso';

function shown(term: FindTerm): string {
  switch (term.kind) {
    case 'range':
      return `${term.partial ? 'begins ' : ''}${rangeText(term.range)}`;
    case 'host':
      return `host ${term.host}`;
    case 'arm-id':
    case 'subscription':
      return `id ${term.id}`;
    case 'name':
      return `name ${term.name}`;
    case 'unreadable':
      return `? ${term.problem}`;
  }
}
const notValid = ['? is not a valid address or range'];
const hidden = ['? is an address with a hidden part in the middle'];
const nothing = ['? is no address, host name, service name or id'];
const read = (text: string) => parseFindQuery(text).terms.map(shown);

describe('the one box', () => {
  it.each([
    ['203.0.113.7', ['203.0.113.7']],
    ['  203.0.113.7/24 ', ['203.0.113.0/24']],
    ['2001:db8::7', ['2001:db8::7']],
    ['[2001:db8::7]:443', ['2001:db8::7']],
    ['::ffff:10.0.0.4', ['10.0.0.4']],
    ['203.0.113.7:443', ['203.0.113.7']],
    ['https://203.0.113.7/status', ['203.0.113.7']],
    ['203.0.113.7 - 203.0.113.9', ['203.0.113.7-203.0.113.9']],
    ['203.0.113.7\u2013203.0.113.9', ['203.0.113.7-203.0.113.9']],
    ['10.10', ['begins 10.10.0.0/16']],
    ['137.117.x.x', ['begins 137.117.0.0/16']],
    ['137.117.', ['begins 137.117.0.0/16']],
    ['10.*', ['begins 10.0.0.0/8']],
    ['10', ['name 10']],
    ['10.', ['begins 10.0.0.0/8']],
    ['10.20.xx.xxx', ['begins 10.20.0.0/16']],
    ['10.20.30.x', ['begins 10.20.30.0/24']],
    ['10.20.x.x.x', ['host 10.20.x.x.x']],
    ['10.20.30.40.x', ['host 10.20.30.40.x']],
    ['10.1x.x', ['host 10.1x.x']],
    ['10.xy.x', ['host 10.xy.x']],
    ['calls from 203.0.113.7.', ['name calls', 'name from', '203.0.113.7']],
    ['203.0.113.0/24.', ['203.0.113.0/24']],
    ['[2001:db8::7]', ['2001:db8::7']],
    ['[2001:db8::7]x', nothing],
    ['x[2001:db8::7]', nothing],
    ['2001:db8:1:2:3:4:5:443', ['2001:db8:1:2:3:4:5:443']],
    ['10.0.0.1:80:90', notValid],
    ['contoso:443x', nothing],
    ['203.0.113.999', notValid],
    ['10.0.0.0/33', notValid],
    ['10.0.0.0/33x', nothing],
    ['10.0.0.0-', notValid],
    ['10.0.0.9-10.0.0.1', notValid],
    ['203.0.113.7/24/8', notValid],
    ['2001:db8::/129', notValid],
    ['10.20.30.40/x', nothing],
    ['.5', notValid],
    ['999.1.', notValid],
    ['1.2.3.4.5', notValid],
    ['137.XXX.11.74', hidden],
    ['1.*.*.4', hidden],
    ['**.1.2.3', hidden],
    ['137.xxx.11.74.5', nothing],
    ['1.137.*.11.74', nothing],
    ['Contoso.azure-api.net.', ['host contoso.azure-api.net']],
    ['https://contoso.azure-api.net/orders?id=1', ['host contoso.azure-api.net']],
    ['*.contoso.com', ['host contoso.com']],
    ['a*.contoso.com', nothing],
    ['Contoso.', ['name contoso']],
    ['a(b', nothing],
    ['a)b', nothing],
    ['contoso.azure-api.net:443', ['host contoso.azure-api.net']],
    ['Contoso-API-prod', ['name contoso-api-prod']],
    ['6F2B0000-0000-4000-8000-000000000001', ['id 6f2b0000-0000-4000-8000-000000000001']],
    [service, [`id ${service}`]],
    [`https://portal.azure.com/#@contoso.onmicrosoft.com/resource${service}/overview`, [`id ${service}`]],
    [
      `https://portal.azure.com/#view/Microsoft_Azure_ApiManagement/Menu/resourceId/${encodeURIComponent(service)}/menuid/overview`,
      [`id ${service}`],
    ],
    [`GET https://management.azure.com${service}?api-version=2024-05-01`, ['name get', `id ${service}`]],
    [`${service}/apis/echo`, [`id ${service}/apis/echo`]],
    ['/subscriptions/a/resourceGroups/rg', ['id /subscriptions/a/resourceGroups/rg']],
    [`${service}/`, [`id ${service}`]],
    [service.replace('providers', 'PROVIDERS'), [`id ${service}`]],
    ['/subscriptions/a/resourceGroups', ['id /subscriptions/a']],
    ['/subscriptions/a/resourceGroups//x/y', ['id /subscriptions/a']],
    ['/subscriptions/a//rg/x/y', ['id /subscriptions/a']],
    [
      '/subscriptions/a/resourceGroups/rg/providers/Microsoft.Network',
      ['id /subscriptions/a/resourceGroups/rg'],
    ],
    [
      '/subscriptions/a/resourceGroups/providers/Microsoft.Network/virtualNetworks/v',
      ['id /subscriptions/a'],
    ],
    ['/subscriptions/a/resourceGroups/100%', ['id /subscriptions/a/resourceGroups/100%']],
    ['/subscriptions//resourceGroups', nothing],
    ['("203.0.113.7", `203.0.113.9`)', ['203.0.113.7', '203.0.113.9']],
    ['calls from 203.0.113.7 fail', ['name calls', 'name from', '203.0.113.7', 'name fail']],
    ['203.0.113.7\r\n203.0.113.8;203.0.113.9', ['203.0.113.7', '203.0.113.8', '203.0.113.9']],
    ['203.0.113.7 203.0.113.7', ['203.0.113.7']],
    ['Contoso contoso;;CONTOSO', ['name contoso']],
    ['fade - cafe', ['name fade', 'name cafe']],
    ['203.0.113.7 - cafe', ['203.0.113.7', 'name cafe']],
    ['cafe - 203.0.113.7', ['name cafe', '203.0.113.7']],
    ['- , ;', []],
  ])('reads %j', (text, expected) => expect(read(text)).toEqual(expected));

  it('notes the line of each term', () => {
    const { terms } = parseFindQuery('a 203.0.113.7\n\nb');
    expect(terms.map(({ line }) => line)).toEqual([0, 0, 2]);
  });

  it('reads a long list up to its limit and counts the rest', () => {
    const { terms, leftOut } = parseFindQuery(
      Array.from({ length: 250 }, (_, at) => `10.0.0.${at}`).join(' '),
    );
    expect([terms.length, leftOut]).toEqual([200, 50]);
  });

  it('never throws, and loses no address among other words', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), text => parseFindQuery(text).terms.length >= 0));
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[ -~]{0,12}$/), { maxLength: 4 }),
        fc.ipV4(),
        (words, address) => {
          expect(read(`${words.join(' ').replace(/[^a-z ]/g, '')} ${address}`)).toContain(address);
        },
      ),
    );
  });
});
