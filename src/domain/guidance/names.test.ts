import { describe, expect, it } from 'vitest';
import { parseRange, type Range } from '../address.ts';
import { azureCloudTag, isServiceTag } from './azure-cloud-tag.ts';
import { hostOfUrl, parseHostName } from './host-name.ts';
import { noticeCodes, noticeOf } from './notices.ts';
import { isPublicRange } from './public-space.ts';
import { sampleRegion, sampleService } from './samples.ts';
import { sameAddresses } from './span.ts';
import { tagsToRead } from './tags-to-read.ts';

describe('azureCloudTag', () => {
  it.each([
    ['westeurope', 'AzureCloud.westeurope'],
    ['West Europe', 'AzureCloud.westeurope'],
    ['francecentral', 'AzureCloud.centralfrance'],
    ['francesouth', 'AzureCloud.southfrance'],
    ['Germany West Central', 'AzureCloud.germanywc'],
    ['germanynorth', 'AzureCloud.germanyn'],
    ['norwayeast', 'AzureCloud.norwaye'],
    ['norwaywest', 'AzureCloud.norwayw'],
    ['switzerlandnorth', 'AzureCloud.switzerlandn'],
    ['switzerlandwest', 'AzureCloud.switzerlandw'],
    ['constructor', 'AzureCloud.constructor'],
  ])('of %s is %s', (region, tag) => expect(azureCloudTag(region)).toBe(tag));

  it.each(['', 'west"europe', 'a/b', '$(x)', 'west.europe'])('refuses %j', region =>
    expect(azureCloudTag(region)).toBeUndefined(),
  );
});

it.each([
  ['AzureCloud.centralfrance', true],
  ['ApiManagement', true],
  ['Storage.WestEurope', true],
  ['', false],
  ['Azure Cloud', false],
  ['*', false],
  ['10.0.0.0/8', false],
  ['A.b.c', false],
  ['A;b', false],
])('%j is a service tag: %s', (text, yes) => expect(isServiceTag(text)).toBe(yes));

it.each([
  ['contoso.azure-api.net', 'contoso.azure-api.net'],
  ['API.Contoso.Example.', 'api.contoso.example'],
  ['*.contoso.example', undefined],
  ['contoso', undefined],
  ['-a.example', undefined],
  ['a..example', undefined],
  ['10.0.0.1', undefined],
  ['a.example:443', undefined],
  ["a'.example", undefined],
  ['', undefined],
])('the host name in %j is %j', (text, name) => expect(parseHostName(text)).toBe(name));

it.each([
  ['https://contoso-westeurope-01.regional.azure-api.net', 'contoso-westeurope-01.regional.azure-api.net'],
  ['https://contoso.azure-api.net:443/path?x', 'contoso.azure-api.net'],
  ['https://user@contoso.azure-api.net', undefined],
  ['contoso.azure-api.net', undefined],
  [null, undefined],
])('the host of %j is %j', (url, host) => expect(hostOfUrl(url)).toBe(host));

const ranges = (...texts: readonly string[]): readonly Range[] =>
  texts.flatMap(text => parseRange(text) ?? []);

it.each([
  [['10.0.0.0/31'], ['10.0.0.1', '10.0.0.0'], true],
  [['10.0.0.0/31'], ['10.0.0.0', '10.0.0.2'], false],
  [['10.0.0.0/30', '10.0.0.1'], ['10.0.0.0/30'], true],
  [['::a'], ['0.0.0.10'], false],
  [[], [], true],
  [[], ['10.0.0.0'], false],
])('%j and %j hold the same addresses: %s', (a, b, same) =>
  expect(sameAddresses(ranges(...a), ranges(...b))).toBe(same),
);

it.each([
  ['203.0.113.7', true],
  ['172.32.0.0/16', true],
  ['172.31.0.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0/0', false],
  ['168.0.0.0/5', false],
  ['224.0.0.1', false],
  ['2001:db8::1', true],
  ['fd00::1', false],
  ['::/0', false],
])('%s lies on the internet: %s', (text, yes) => {
  const [range] = ranges(text);
  expect(range && isPublicRange(range)).toBe(yes);
});

it.each(noticeCodes())('%s has whole sentences and a Microsoft page', code => {
  const { title, text, docs } = noticeOf(code);
  expect(code).toMatch(/^[a-z0-9-]+$/);
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  expect(text).toMatch(/^[A-Z].*\.$/s);
  expect(docs).toMatch(/^https:\/\/learn\.microsoft\.com\/(azure|rest)\//);
});

it.each([
  ['Consumption', 'None', ['AzureCloud.centralfrance']],
  ['StandardV2', 'External', []],
  ['Premium', 'Internal', ['ApiManagement']],
  ['Premium', 'None', []],
  ['Isolated', 'None', []],
])('the tags to read for %s with %s are %j', (tier, vnetMode, tags) => {
  const regions = [
    sampleRegion({ name: 'francecentral' }),
    sampleRegion({ name: 'eastus', gatewayDisabled: true }),
  ];
  expect(tagsToRead(sampleService({ tier, vnetMode, regions }))).toEqual(tags);
});
