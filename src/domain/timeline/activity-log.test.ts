import { describe, expect, it } from 'vitest';
import { type ActivityEvent, isRelevantOperation, operationsOf } from './activity-log.ts';
import { minute, publicIpA, service } from './test-data.ts';

let serial = 0;
function event(at: number, status: string, more: Partial<ActivityEvent> = {}): ActivityEvent {
  return {
    eventDataId: `event-${serial++}`,
    correlationId: 'aaaa-1',
    operationName: 'Microsoft.ApiManagement/service/write',
    status,
    eventTimestamp: minute(at),
    resourceId: service,
    caller: 'admin@contoso.example',
    ...more,
  };
}

describe('operationsOf', () => {
  it('folds the events of one operation: from the first to the last, as it ended', () => {
    const events = [event(30, 'Succeeded'), event(1, 'Accepted'), event(0, 'Started')];
    expect(operationsOf(service, events)).toMatchObject([
      {
        source: 'activity-log',
        notBefore: minute(0),
        at: minute(30),
        status: 'succeeded',
        changedBy: 'admin@contoso.example',
        operation: 'Microsoft.ApiManagement/service/write',
        correlationId: 'aaaa-1',
        differences: [],
      },
    ]);
  });

  it.each([
    ['Failed', 'failed'],
    ['Canceled', 'failed'],
    ['Accepted', 'started'],
    ['Something new', 'started'],
  ])('takes %s for %s', (status, expected) => {
    expect(operationsOf(service, [event(0, 'Started'), event(1, status)])[0]?.status).toBe(expected);
  });

  it('keeps operations of one deployment on several resources apart', () => {
    const address = { operationName: 'Microsoft.Network/publicIPAddresses/write', resourceId: publicIpA };
    expect(operationsOf(service, [event(0, 'Succeeded'), event(0, 'Succeeded', address)])).toHaveLength(2);
  });

  it('does not fold what has no correlation id', () => {
    const alone = { correlationId: null };
    expect(operationsOf(service, [event(0, 'Started', alone), event(1, 'Started', alone)])).toHaveLength(2);
  });

  it('gives one id to an operation of which the end came later', () => {
    const started = event(0, 'Started');
    const [first] = operationsOf(service, [started]);
    const [whole] = operationsOf(service, [
      started,
      event(9, 'Succeeded', { operationName: started.operationName.toUpperCase() }),
    ]);
    expect(whole?.id).toBe(first?.id);
  });

  it('leaves out events without a time and operations of no interest', () => {
    const other = event(0, 'Succeeded', { operationName: 'Microsoft.ApiManagement/service/apis/write' });
    expect(operationsOf(service, [other, event(0, 'Succeeded', { eventTimestamp: '' })])).toEqual([]);
  });
});

describe('isRelevantOperation', () => {
  it.each([
    'Microsoft.ApiManagement/service/write',
    'MICROSOFT.APIMANAGEMENT/SERVICE/DELETE',
    'Microsoft.ApiManagement/service/managedeployments/action',
    'Microsoft.ApiManagement/service/migrateToStv2/action',
    'Microsoft.ApiManagement/service/restore/action',
    'Microsoft.ApiManagement/locations/deletedservices/delete',
    'Microsoft.Network/publicIPAddresses/write',
    'Microsoft.Network/virtualNetworks/subnets/write',
    'Microsoft.Network/natGateways/write',
    'Microsoft.Network/routeTables/routes/write',
  ])('keeps %s', name => expect(isRelevantOperation(name)).toBe(true));

  it.each([
    'Microsoft.ApiManagement/service/apis/write',
    'Microsoft.ApiManagement/service/read',
    'Microsoft.ApiManagement/service/subscriptions/listSecrets/action',
    'Microsoft.Network/virtualNetworks/write',
    '',
  ])('passes over %j', name => expect(isRelevantOperation(name)).toBe(false));
});
