import { describe, expect, it } from 'vitest';
import { analyzeKql, kqlDiagnostics } from './check-kql.ts';

const fleet = `
resources
| where type =~ 'microsoft.apimanagement/service'
| project id, name, location, resourceGroup, subscriptionId, sku, zones, tags,
    publicIPAddresses = properties.publicIPAddresses,
    privateIPAddresses = properties.privateIPAddresses,
    provisioningState = properties.provisioningState
| order by id asc`;

describe("Microsoft's parser of KQL", () => {
  it('accepts the query for the fleet', () => {
    expect(kqlDiagnostics(fleet)).toEqual([]);
  });

  it("says what the fleet's columns are", () => {
    expect(analyzeKql(fleet).columns).toEqual([
      'id:string',
      'name:string',
      'location:string',
      'resourceGroup:string',
      'subscriptionId:string',
      'sku:dynamic',
      'zones:dynamic',
      'tags:dynamic',
      'publicIPAddresses:dynamic',
      'privateIPAddresses:dynamic',
      'provisioningState:dynamic',
    ]);
  });

  it.each([
    'resources',
    'Resources',
    'RESOURCES',
    'ResourceContainers',
    'resourcechanges',
    'resourceContainerChanges',
  ])('knows the table %s', table => {
    expect(kqlDiagnostics(`${table} | project id, properties.changeAttributes.timestamp`)).toEqual([]);
  });

  it('refuses an unknown column and says where it is', () => {
    expect(kqlDiagnostics('resources | project id, publicIps')).toEqual([
      {
        message: "The name 'publicIps' does not refer to any known column, table, variable or function.",
        start: 24,
        length: 9,
        severity: 'Error',
      },
    ]);
  });

  it('refuses a misspelt operator', () => {
    const [first] = kqlDiagnostics("resources | wher type == 'a'");
    expect(first).toMatchObject({
      message: 'Query operator expected.',
      start: 12,
      length: 4,
      severity: 'Error',
    });
  });

  it.each([
    'resources | project id |',
    'resources2 | take 1',
    "resources | where type == 'a",
    'resources | extend a = foo(1)',
  ])('refuses %s', text => {
    expect(kqlDiagnostics(text)).not.toEqual([]);
  });
});
