import { fromProject } from '../../lib/project.mjs';

const esdb = fromProject('@eventstore/db-client');
export const scenarios = {};
const { ANY, NO_STREAM, STREAM_EXISTS } = esdb;
/** Plays it over BatchAppend, then over Append. */
const bothWays = (play) => async (t) => {
  await play(t, t.client, t.stream('batch'), 'batch');
  await play(t, t.plain, t.stream('plain'), 'plain');
};

/** A first append, then its repetition; `between` happens in between. */
const repeated = ({
  first = NO_STREAM,
  again = first,
  between,
  change = (events) => events,
  before = 0,
  count = 3,
}) =>
  bothWays(async (t, client, stream, way) => {
    if (before > 0) await client.appendToStream(stream, t.events(before, 'Before'));
    const events = t.events(count);
    await t.step(`${way}: first`, () => client.appendToStream(stream, events, { expectedRevision: first }));
    if (between) await between(t, client, stream);
    await t.step(`${way}: again`, () =>
      client.appendToStream(stream, change(events, t), { expectedRevision: again }),
    );
    await t.look(`${way}: the stream then`, stream);
  });

const more = (t, client, stream) => client.appendToStream(stream, t.events(2, 'Between'));

scenarios['repeat with no stream after others wrote'] = repeated({ between: more });
scenarios['repeat with stream exists after others wrote'] = repeated({
  first: STREAM_EXISTS,
  before: 1,
  between: more,
});
scenarios['repeat with the exact revision after others wrote'] = repeated({
  first: 1n,
  before: 2,
  between: more,
});
scenarios['repeat of any with its exact revision'] = repeated({ first: ANY, again: 1n, before: 2 });
scenarios['repeat of any with a revision to come'] = repeated({ first: ANY, again: 9n, before: 2 });
scenarios['repeat of the first events only, any'] = repeated({
  first: ANY,
  change: (events) => events.slice(0, 2),
});
scenarios['repeat of the first events only, no stream'] = repeated({
  change: (events) => events.slice(0, 2),
});
scenarios['repeat of the first events only, exact'] = repeated({
  first: 1n,
  before: 2,
  change: (events) => events.slice(0, 2),
});
scenarios['repeat of the last events only, no stream'] = repeated({ change: (events) => events.slice(1) });
scenarios['repeat of the last events only, exact'] = repeated({
  first: 1n,
  again: 2n,
  before: 2,
  change: (events) => events.slice(1),
});
scenarios['repeat of one event in the middle, any'] = repeated({
  first: ANY,
  change: (events) => events.slice(1, 2),
});
scenarios['repeat and one more event, any'] = repeated({
  first: ANY,
  change: (events, t) => [...events, t.event('More')],
});
scenarios['repeat and one more event, no stream'] = repeated({
  change: (events, t) => [...events, t.event('More')],
});
scenarios['repeat and one more event, exact'] = repeated({
  first: 1n,
  before: 2,
  change: (events, t) => [...events, t.event('More')],
});
scenarios['repeat behind one new event, any'] = repeated({
  first: ANY,
  change: (events, t) => [t.event('More'), ...events],
});
scenarios['repeat behind one new event, no stream'] = repeated({
  change: (events, t) => [t.event('More'), ...events],
});
scenarios['repeat in another order, no stream'] = repeated({ change: (events) => [...events].reverse() });
scenarios['repeat in another order, exact'] = repeated({
  first: 1n,
  before: 2,
  change: (events) => [...events].reverse(),
});
scenarios['repeat of the ids with other data'] = repeated({
  first: ANY,
  change: (events, t) => events.map(({ id }) => t.event('Other', { id, data: { other: true } })),
});
scenarios['repeat of one event, any, after others wrote'] = repeated({ first: ANY, count: 1, between: more });
scenarios['repeat of one event, exact, after others wrote'] = repeated({
  first: 1n,
  before: 2,
  count: 1,
  between: more,
});
scenarios['repeat after the stream was deleted, no stream'] = repeated({
  between: (t, client, stream) => client.deleteStream(stream),
});
scenarios['repeat after deletion and a new start, any'] = repeated({
  first: ANY,
  between: async (t, client, stream) => {
    await client.deleteStream(stream);
    await more(t, client, stream);
  },
});
scenarios['repeat after truncation, no stream'] = repeated({
  between: (t, client, stream) => client.setStreamMetadata(stream, { truncateBefore: 2 }),
});
scenarios['repeat after a tombstone'] = repeated({
  first: ANY,
  between: (t, client, stream) => client.tombstoneStream(stream),
});
scenarios['repeat of what started a deleted stream anew, no stream'] = bothWays(
  async (t, client, stream, way) => {
    await client.appendToStream(stream, t.events(2));
    await client.deleteStream(stream);
    const events = t.events(2, 'New');
    await t.step(`${way}: new start`, () =>
      client.appendToStream(stream, events, { expectedRevision: NO_STREAM }),
    );
    await t.step(`${way}: again`, () =>
      client.appendToStream(stream, events, { expectedRevision: NO_STREAM }),
    );
    await t.step(`${way}: again with any`, () =>
      client.appendToStream(stream, events, { expectedRevision: ANY }),
    );
    await t.step(`${way}: again with the old revision`, () =>
      client.appendToStream(stream, events, { expectedRevision: 1n }),
    );
    await t.look(`${way}: the stream then`, stream);
  },
);
scenarios['an id twice in one append'] = bothWays(async (t, client, stream, way) => {
  const [one, two] = t.events(2);
  for (const expectedRevision of [NO_STREAM, ANY]) {
    const name = `${stream}-${expectedRevision}`;
    await t.step(`${way}: first, ${expectedRevision}`, () =>
      client.appendToStream(name, [one, two, one], { expectedRevision }),
    );
    await t.step(`${way}: again, ${expectedRevision}`, () =>
      client.appendToStream(name, [one, two, one], { expectedRevision }),
    );
    await t.look(`${way}: the stream then, ${expectedRevision}`, name);
  }
});
scenarios['only one id many times in one append'] = bothWays(async (t, client, stream, way) => {
  const one = t.event();
  await t.step(`${way}: first`, () => client.appendToStream(stream, [one, one, one]));
  await t.step(`${way}: alone again`, () => client.appendToStream(stream, one));
  await t.look(`${way}: the stream then`, stream);
});
scenarios['the same ids in another stream'] = bothWays(async (t, client, stream, way) => {
  const events = t.events(2);
  await t.step(`${way}: one stream`, () => client.appendToStream(stream, events));
  await t.step(`${way}: the other`, () => client.appendToStream(`${stream}-other`, events));
  await t.look(`${way}: the other then`, `${stream}-other`);
});
scenarios['the same ids in two streams at once'] = bothWays(async (t, client, stream, way) => {
  const events = t.events(2);
  const names = ['x', 'y', 'z'].map((name) => `${stream}-${name}`);
  const answers = await Promise.all(names.map((name) => client.appendToStream(name, events)));
  t.note(
    `${way}: revisions`,
    answers.map(({ nextExpectedRevision }) => nextExpectedRevision),
  );
  for (const name of names) await t.look(`${way}: ${name.slice(-1)}`, name);
});
scenarios['the same append many times at once, no stream'] = bothWays(async (t, client, stream, way) => {
  const events = t.events(3);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      client.appendToStream(stream, events, { expectedRevision: NO_STREAM }).then(
        ({ nextExpectedRevision }) => nextExpectedRevision,
        (error) => error.constructor.name,
      ),
    ),
  );
  t.note(`${way}: answers`, answers);
  await t.look(`${way}: the stream then`, stream);
});
scenarios['the same append many times at once, any'] = bothWays(async (t, client, stream, way) => {
  const events = t.events(3);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      client.appendToStream(stream, events).then(
        ({ nextExpectedRevision }) => nextExpectedRevision,
        (error) => error.constructor.name,
      ),
    ),
  );
  t.note(`${way}: answers`, answers);
  await t.look(`${way}: the stream then`, stream);
});
scenarios['one of many writers with the same expectation wins'] = bothWays(async (t, client, stream, way) => {
  await client.appendToStream(stream, t.events(1));
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      client.appendToStream(stream, t.events(2), { expectedRevision: 0n }).then(
        ({ nextExpectedRevision }) => `written ${nextExpectedRevision}`,
        (error) => `${error.constructor.name} ${error.expectedVersion} ${error.actualVersion}`,
      ),
    ),
  );
  t.note(`${way}: answers`, answers.sort());
});
scenarios['many events in one append and again'] = bothWays(async (t, client, stream, way) => {
  const events = t.events(500);
  await t.step(`${way}: first`, () => client.appendToStream(stream, events));
  await t.step(`${way}: again`, () => client.appendToStream(stream, events));
  const read = await t.read(stream);
  t.note(`${way}: read`, [
    read.length,
    read.every(({ event }, index) => event.id === events[index].id && event.revision === BigInt(index)),
  ]);
  const positions = read.map(({ event }) => event.position?.commit ?? 0n);
  t.note(
    `${way}: positions grow`,
    positions.every((at, index) => index === 0 || at > positions[index - 1]),
  );
});
