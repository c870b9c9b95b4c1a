import { describe, expect, it } from 'vitest';
import { sampleService } from '../domain/guidance/samples.ts';
import { FleetRows } from './fleet-rows.ts';

const named = (id: string, tags: Readonly<Record<string, string>> = {}) => sampleService({ id, tags });
const row = (id: string) => ({ id, name: '', problem: '', json: '' });

describe('the answers of a fleet read', () => {
  it('are gathered, each service and each row that cannot be read once', () => {
    const rows = new FleetRows();
    expect([rows.pages, rows.receivedAt, rows.source]).toEqual([0, 0, 'resource-graph']);
    rows.add({ rows: [named('/a'), named('/b')], unreadable: [row('/x'), row('')] });
    rows.add({ rows: [named('/B'), named('/c')], unreadable: [row('/X'), row(''), row('/A')] });
    rows.add({ rows: [], unreadable: [] });
    expect(rows.services.map(({ id }) => id)).toEqual(['/a', '/b', '/c']);
    expect(rows.unreadable.map(({ id }) => id)).toEqual(['/x', '', '']);
    expect(rows.pages).toBe(3);
  });

  it('keep what can be told to support, and the time of the last', () => {
    const rows = new FleetRows();
    rows.answered({ correlationId: 'one', receivedAt: 3 });
    rows.answered({ correlationId: null, receivedAt: 9 });
    rows.answered({ correlationId: 'three', receivedAt: 6 });
    expect(rows.correlationIds).toEqual(['one', 'three']);
    expect(rows.receivedAt).toBe(9);
  });

  it('hold a service that did not change as the same object, whatever the spelling of its id', () => {
    const known = [named('/a'), named('/b')];
    const rows = new FleetRows(() => known);
    rows.add({ rows: [named('/a'), named('/b', { env: 'prod' }), named('/c')], unreadable: [] });
    expect(rows.services.map(service => known.includes(service))).toEqual([true, false, false]);
    expect(rows.services[1]?.tags).toEqual({ env: 'prod' });
    expect(rows.services[2]?.id).toBe('/c');

    const moved = new FleetRows(() => known);
    moved.add({ rows: [named('/A')], unreadable: [] });
    expect(moved.services[0]?.regions).toBe(known[0]?.regions);
  });
});
