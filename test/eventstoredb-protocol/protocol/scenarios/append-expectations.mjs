import { fromProject } from '../../lib/project.mjs';

const esdb = fromProject('@eventstore/db-client');
export const scenarios = {};
const { ANY, NO_STREAM, STREAM_EXISTS } = esdb;
/** How a stream came to be what it is; gives back its last revision. */
const states = {
  absent: async () => -1,
  existing: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    return 2;
  },
  deleted: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.deleteStream(stream);
    return 2;
  },
  tombstoned: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.tombstoneStream(stream);
    return 2;
  },
  truncated: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.setStreamMetadata(stream, { truncateBefore: 2 });
    return 2;
  },
  emptied: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.setStreamMetadata(stream, { truncateBefore: 3 });
    return 2;
  },
  recreated: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.deleteStream(stream);
    await t.client.appendToStream(stream, t.events(2));
    return 4;
  },
};

const expectations = {
  any: () => ANY,
  'no stream': () => NO_STREAM,
  'stream exists': () => STREAM_EXISTS,
  'the last revision': (last) => BigInt(Math.max(last, 0)),
  'a revision to come': (last) => BigInt(last + 5),
  'a revision before': (last) => BigInt(Math.max(last - 1, 0)),
};

const cell = (state, expectation) => async (t) => {
  for (const [way, client, lenient] of [
    ['batch', t.client, t.lenient],
    ['plain', t.plain, t.lenientPlain],
  ]) {
    const stream = t.stream(way);
    const last = await states[state](t, stream);
    const expectedRevision = expectations[expectation](last);
    await t.step(`${way}: two events`, () =>
      client.appendToStream(stream, t.events(2, 'New'), { expectedRevision }),
    );
    await t.look(`${way}: the stream then`, stream);
    const second = t.stream(`${way}-lenient`);
    await states[state](t, second);
    await t.step(`${way}: one event, conflicts as answers`, () =>
      lenient.appendToStream(second, t.event('New'), { expectedRevision }),
    );
  }
};

scenarios['append to absent stream, expecting any'] = cell('absent', 'any');
scenarios['append to absent stream, expecting no stream'] = cell('absent', 'no stream');
scenarios['append to absent stream, expecting stream exists'] = cell('absent', 'stream exists');
scenarios['append to absent stream, expecting the last revision'] = cell('absent', 'the last revision');
scenarios['append to existing stream, expecting any'] = cell('existing', 'any');
scenarios['append to existing stream, expecting no stream'] = cell('existing', 'no stream');
scenarios['append to existing stream, expecting the last revision'] = cell('existing', 'the last revision');
scenarios['append to existing stream, expecting a revision to come'] = cell('existing', 'a revision to come');
scenarios['append to deleted stream, expecting no stream'] = cell('deleted', 'no stream');
scenarios['append to deleted stream, expecting stream exists'] = cell('deleted', 'stream exists');
scenarios['append to deleted stream, expecting the last revision'] = cell('deleted', 'the last revision');
scenarios['append to deleted stream, expecting a revision to come'] = cell('deleted', 'a revision to come');
scenarios['append to tombstoned stream, expecting any'] = cell('tombstoned', 'any');
scenarios['append to tombstoned stream, expecting no stream'] = cell('tombstoned', 'no stream');
scenarios['append to tombstoned stream, expecting the last revision'] = cell(
  'tombstoned',
  'the last revision',
);
scenarios['append to tombstoned stream, expecting a revision to come'] = cell(
  'tombstoned',
  'a revision to come',
);
scenarios['append to tombstoned stream, expecting a revision before'] = cell(
  'tombstoned',
  'a revision before',
);
scenarios['append to truncated stream, expecting no stream'] = cell('truncated', 'no stream');
scenarios['append to truncated stream, expecting a revision before'] = cell('truncated', 'a revision before');
scenarios['append to emptied stream, expecting stream exists'] = cell('emptied', 'stream exists');
scenarios['append to emptied stream, expecting a revision to come'] = cell('emptied', 'a revision to come');
scenarios['append to emptied stream, expecting a revision before'] = cell('emptied', 'a revision before');
scenarios['append to recreated stream, expecting any'] = cell('recreated', 'any');
scenarios['append to recreated stream, expecting no stream'] = cell('recreated', 'no stream');
scenarios['append to recreated stream, expecting stream exists'] = cell('recreated', 'stream exists');
scenarios['append to recreated stream, expecting the last revision'] = cell('recreated', 'the last revision');
scenarios['append to recreated stream, expecting a revision before'] = cell('recreated', 'a revision before');
