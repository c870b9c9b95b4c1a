import { describe, expect, it } from 'vitest';
import { sampleIds, sampleRegion } from '../../../domain/guidance/samples.ts';
import { natGatewayCell, publicIpCell, subnetCell, unitsCell, zonesCell } from './region-builds.ts';

describe('how a region is built', () => {
  it.each([
    ['Premium', ['1', '2'], '1, 2'],
    ['Premium', [], 'not chosen'],
    ['Developer', [], '–'],
    ['Isolated9', ['3'], '3'],
  ])('zones of %s with %j read %s', (tier, zones, text) =>
    expect(zonesCell({ tier }, sampleRegion({ zones })).text).toBe(text),
  );

  it.each([
    ['Premium', null, 'managed by Azure'],
    ['Basic', null, 'managed by Azure'],
    ['Consumption', null, '–'],
    ['Isolated9', null, 'Not reported'],
    ['Premium', sampleIds.publicIp('pip-a'), 'pip-a'],
  ])('public IP resource of %s with %s reads %s', (tier, publicIpAddressId, text) =>
    expect(publicIpCell({ tier }, sampleRegion({ publicIpAddressId })).text).toBe(text),
  );

  it.each([
    [sampleIds.subnet('snet'), 'vnet / snet'],
    ['/subscriptions/s/resourceGroups/rg/providers/Microsoft.ClassicNetwork/x/old', 'old'],
    [null, '–'],
  ])('subnet %s reads %s', (subnetId, text) =>
    expect(subnetCell(sampleRegion({ subnetId })).text).toBe(text),
  );

  it.each([
    ['Enabled', 'Enabled', false],
    ['Disabled', 'Disabled', true],
    ['Unsupported', 'Unsupported', true],
    [null, 'Not reported', true],
  ])('NAT gateway state %s reads %s', (natGatewayState, text, quiet) =>
    expect(natGatewayCell(sampleRegion({ natGatewayState }))).toEqual({ text, quiet }),
  );

  it('units that Azure does not report are not called zero', () =>
    expect(unitsCell(sampleRegion({ units: null })).text).toBe('Not reported'));
});
