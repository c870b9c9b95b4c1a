import { describe, expect, it } from 'vitest';
import { contoso } from '../../tenants.ts';
import { Clock } from '../clock.ts';
import { createWorld } from '../create-world.ts';
import { pictureDay } from '../fleet/showcase.ts';
import { historyFile } from './history-file.ts';

const world = createWorld(new Clock(() => pictureDay), 'showcase');
const [head, ...lines] = historyFile(world, { cloud: 'Sandbox', tenant: contoso.id })
  .trim()
  .split('\n')
  .map(line => JSON.parse(line));

function told(name: string, region: string, field: string) {
  return lines
    .filter(line => line.service.endsWith(`/${name}`))
    .map(({ at, until, facts }) => [
      at.slice(0, 10),
      until.slice(0, 10),
      facts.regions[region]?.[field] ?? null,
    ]);
}

describe('the recorded history of the showcase', () => {
  it('begins with the head of a history file', () => {
    expect(head).toMatchObject({
      format: 'apim-ip-history',
      version: 1,
      cloud: 'Sandbox',
      tenant: contoso.id,
    });
  });

  it('tells the picture of the timeline: North Europe changed in the gap, and once more for no reason', () => {
    expect(told('contoso-api-prod', 'northeurope', 'privateIPAddresses')).toEqual([
      ['2026-01-14', '2026-04-09', ['10.21.1.4']],
      ['2026-04-09', '2026-06-02', ['10.21.1.4']],
      ['2026-06-02', '2026-07-12', ['10.21.1.4']],
      ['2026-08-02', '2026-09-15', ['10.21.1.5']],
      ['2026-09-15', '2026-11-16', ['10.21.1.5']],
      ['2026-11-16', '2026-11-22', ['10.21.1.6']],
    ]);
  });

  it('never overlaps itself, and ends before it says that it was written', () => {
    for (const [index, { service, at, until }] of lines.entries()) {
      expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(until));
      expect(Date.parse(until)).toBeLessThanOrEqual(pictureDay);
      const next = lines[index + 1];
      if (next?.service === service) expect(Date.parse(next.at)).toBeGreaterThan(Date.parse(until));
    }
  });

  it('knows that a subscription was warned', () => {
    const states = lines
      .filter(line => line.service.endsWith('/contoso-erp-legacy'))
      .map(line => line.facts.subscriptionState);
    expect(states).toEqual(['Enabled', 'Warned', 'Enabled', 'Enabled']);
  });
});
