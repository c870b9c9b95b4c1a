import { expect, it } from 'vitest';
import { mergeHistories } from './history.ts';
import { timelineOf } from './merge.ts';
import { type Observation, observationId, observedBy } from './observation.ts';
import { change, facts, minute, observation } from './test-data.ts';

const [a, b, c] = ['203.0.113.1', '203.0.113.2', '203.0.113.3'].map(address =>
  facts({}, { publicIPAddresses: [address], outboundPublicIPAddresses: [address] }),
);

function sourcesOf(here: readonly Observation[], team: readonly Observation[], changes = [] as const) {
  const history = mergeHistories(
    { observations: here, changes },
    { observations: observedBy('team', team), changes: [] },
  );
  return timelineOf(history).map(one => one.sources);
}

it('says of a change that the team alone recorded that it was recorded by the team', () => {
  expect(sourcesOf([], [observation(0, 60, a), observation(120, 180, b)])).toEqual([['recorded']]);
  expect(sourcesOf([observation(200, 260, b)], [observation(0, 60, a), observation(120, 180, b)])).toEqual([
    ['recorded'],
  ]);
});

it('says of a change that this browser alone saw that it was observed here', () => {
  expect(sourcesOf([observation(0, 60, a), observation(120, 180, b)], [observation(20, 30, a)])).toEqual([
    ['observed'],
  ]);
});

it('says both of a change that both saw, and dates it by whoever saw more', () => {
  const [here, team] = [
    [observation(0, 60, a), observation(600, 660, b)],
    [observation(10, 300, a), observation(360, 630, b)],
  ];
  const [entry, ...more] = timelineOf(
    mergeHistories(
      { observations: here, changes: [] },
      { observations: observedBy('team', team), changes: [] },
    ),
  );
  expect(more).toEqual([]);
  expect(entry?.sources).toEqual(['observed', 'recorded']);
  expect([entry?.notBefore, entry?.at]).toEqual([minute(300), minute(360)]);
});

it('says both of a change that lies between what one and the other saw', () => {
  expect(sourcesOf([observation(120, 180, b)], [observation(0, 60, a)])).toEqual([['observed', 'recorded']]);
});

it('says both of two changes of which this browser saw the beginning and the end', () => {
  const team = [observation(10, 60, a), observation(120, 180, b), observation(240, 290, c)];
  expect(sourcesOf([observation(0, 50, a), observation(300, 360, c)], team)).toEqual([
    ['observed', 'recorded'],
    ['observed', 'recorded'],
  ]);
});

it('does not say that this browser saw a change which came and went between its looks', () => {
  const team = [observation(10, 60, a), observation(120, 180, b), observation(240, 290, a)];
  expect(sourcesOf([observation(0, 50, a), observation(300, 360, a)], team)).toEqual([
    ['recorded'],
    ['recorded'],
  ]);
});

it('names Azure’s records beside whoever saw the change', () => {
  const history = mergeHistories(
    {
      observations: observedBy('team', [observation(0, 60, a), observation(120, 180, b)]),
      changes: [
        change(90, {
          differences: [
            {
              region: 'westeurope',
              field: 'publicIPAddresses',
              before: ['203.0.113.1'],
              after: ['203.0.113.2'],
            },
          ],
        }),
      ],
    },
    { observations: [], changes: [] },
  );
  expect(timelineOf(history).map(one => one.sources)).toEqual([['recorded', 'change-history']]);
});

it('takes a record that an older version of the page put among its own for the team’s', () => {
  const one = observation(0, 60, a);
  const moved = { ...one, until: minute(90) };
  const { observations } = mergeHistories(
    { observations: [moved], changes: [] },
    { observations: observedBy('team', [one]), changes: [] },
  );
  expect(observations).toEqual([{ ...moved, observer: 'team' }]);
  expect(observationId(moved)).toBe(observationId({ ...one, observer: 'team' }));
});

it('says of a change that only a file tells that it is from a file, and keeps what was seen here as seen here', () => {
  const told = [observation(0, 60, a), observation(120, 180, b)];
  const file = { observations: observedBy('file', told), changes: [] };
  expect(timelineOf(mergeHistories(file)).map(one => one.sources)).toEqual([['imported']]);
  for (const both of [
    mergeHistories({ observations: told, changes: [] }, file),
    mergeHistories(file, { observations: told, changes: [] }),
  ])
    expect(timelineOf(both).map(one => one.sources)).toEqual([['observed']]);
});

it('says both of a change that the other saw with a clock that is as much off as clocks may be', () => {
  for (const [last, first] of [
    [55, 56],
    [124, 125],
  ] as const)
    expect(
      sourcesOf(
        [observation(0, 60, a), observation(120, 180, b)],
        [observation(10, last, a), observation(first, 170, b)],
      ),
    ).toEqual([['observed', 'recorded']]);
});

it('says of each of two changes who saw it, where one saw the first and the other the second', () => {
  const here = [observation(0, 10, a), observation(20, 30, b)];
  const team = [observation(22, 40, b), observation(60, 90, c)];
  expect(sourcesOf(here, team)).toEqual([['observed'], ['recorded']]);
});

it('says of a change who saw some of it, though not all', () => {
  const moved = facts({ tier: 'Developer' }, { publicIPAddresses: ['203.0.113.9'] });
  const { tier: _, ...lessBefore } = facts();
  const { tier: __, ...lessAfter } = moved;
  const here = [observation(0, 60), observation(120, 180, moved)];
  const team = [observation(10, 50, lessBefore), observation(130, 170, lessAfter)];
  expect(sourcesOf(here, team)).toEqual([['observed', 'recorded']]);
});
