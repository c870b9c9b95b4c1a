import { focusManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { fleetQuery } from '../azure/fleet-read-query.ts';
import { changesQuery } from '../azure/query-changes.ts';
import { answerGraph } from '../azure/testing/fake-graph.ts';
import { FakeNetwork, refused } from '../azure/testing/fake-network.ts';
import { rowJson } from '../azure/testing/services.ts';
import { createQueries } from './create-queries.ts';

afterEach(() => {
  vi.useRealTimers();
  focusManager.setFocused(undefined);
});

it.each([
  ['hidden', false],
  ['in front', true],
])(
  'a page that nobody touches for an hour asks Azure for nothing, %s or when it is looked at again',
  async (_, front) => {
    const network = new FakeNetwork(
      sent => answerGraph(sent, { services: [rowJson('s1', 'apim')] }) ?? refused(404, 'x'),
    );
    const queries = createQueries();
    const [fleet, changes] = [fleetQuery(network.azure, 'all'), changesQuery(network.azure, 'all')];
    await network.run(queries.fetchQuery(fleet));
    await network.run(queries.fetchQuery(changes));
    const before = network.sent.length;
    expect(before).toBe(3);
    vi.useFakeTimers();
    const stops = [
      new QueryObserver(queries, fleet).subscribe(() => {}),
      new QueryObserver(queries, changes).subscribe(() => {}),
    ];
    focusManager.setFocused(front);
    await vi.advanceTimersByTimeAsync(3_600_000);
    focusManager.setFocused(!front);
    focusManager.setFocused(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(network.sent).toHaveLength(before);
    for (const stop of stops) stop();
    queries.clear();
  },
);
