import { fromProject } from '../../lib/project.mjs';
import { read, remove, removeAnswer, streams } from '../../lib/requests.mjs';

const esdb = fromProject('@eventstore/db-client');
export const scenarios = {};
const { ANY, NO_STREAM, END, BACKWARDS } = esdb;
const states = {
  absent: async () => {},
  existing: (t, stream) => t.client.appendToStream(stream, t.events(3)),
  deleted: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.deleteStream(stream);
  },
  tombstoned: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.tombstoneStream(stream);
  },
  truncated: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.setStreamMetadata(stream, { truncateBefore: 2 });
  },
  emptied: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(3));
    await t.client.setStreamMetadata(stream, { truncateBefore: 3 });
  },
  recreated: async (t, stream) => {
    await t.client.appendToStream(stream, t.events(2));
    await t.client.deleteStream(stream);
    await t.client.appendToStream(stream, t.events(1));
  },
};
/** All expectations, each on a stream of its own. */
const removal = (method, state) => async (t) => {
  const Request = method === 'delete' ? streams.DeleteReq : streams.TombstoneReq;
  for (const expected of ['any', 'no_stream', 'stream_exists', '2', '0', '9']) {
    const stream = t.stream(expected);
    await states[state](t, stream);
    await t.step(`expecting ${expected}`, async () =>
      removeAnswer(await t.unary(method, remove(Request, { stream, expected }))),
    );
    await t.look(`expecting ${expected}: the stream then`, stream);
    await t.step(`expecting ${expected}: an append then`, () =>
      t.client.appendToStream(stream, t.event('New')),
    );
  }
};

scenarios['delete an existing stream'] = removal('delete', 'existing');
scenarios['delete a tombstoned stream'] = removal('delete', 'tombstoned');
scenarios['delete a truncated stream'] = removal('delete', 'truncated');
scenarios['delete an emptied stream'] = removal('delete', 'emptied');
scenarios['tombstone an absent stream'] = removal('tombstone', 'absent');
scenarios['tombstone an existing stream'] = removal('tombstone', 'existing');
scenarios['tombstone a deleted stream'] = removal('tombstone', 'deleted');
scenarios['tombstone a truncated stream'] = removal('tombstone', 'truncated');
scenarios['tombstone a stream that was started anew'] = removal('tombstone', 'recreated');
const byClient = (method) => async (t) => {
  for (const [label, expectedRevision] of [
    ['default', undefined],
    ['any', ANY],
    ['no stream', NO_STREAM],
    ['1', 1n],
    ['0', 0n],
    ['7', 7n],
  ]) {
    const stream = t.stream(label);
    await t.client.appendToStream(stream, t.events(2));
    await t.step(label, () => t.client[method](stream, { expectedRevision }));
    await t.step(`${label}: absent`, () => t.client[method](`${stream}-absent`, { expectedRevision }));
  }
};
scenarios['delete by the client with every expectation'] = byClient('deleteStream');
scenarios['tombstone by the client with every expectation'] = byClient('tombstoneStream');
scenarios['delete: what the metadata say before and after a new start'] = async (t) => {
  const stream = t.stream();
  await t.client.appendToStream(stream, t.events(2));
  await t.client.setStreamMetadata(stream, { maxCount: 50, custom: 'kept' });
  await t.client.deleteStream(stream);
  await t.step('deleted', async () => (await t.client.getStreamMetadata(stream)).metadata);
  await t.step('deleted: metadata stream', async () =>
    (await t.read(`$$${stream}`)).map(({ event }) => [event.revision, event.type, event.isJson]),
  );
  await t.client.appendToStream(stream, t.events(1));
  await t.step('started anew', async () => (await t.client.getStreamMetadata(stream)).metadata);
  await t.step('started anew: metadata stream', async () =>
    (await t.read(`$$${stream}`)).map(({ event }) => [event.revision, event.type, event.isJson]),
  );
};
scenarios['delete: metadata set on a deleted stream'] = async (t) => {
  const stream = t.stream();
  await t.client.appendToStream(stream, t.events(2));
  await t.client.deleteStream(stream);
  await t.step('set', () => t.client.setStreamMetadata(stream, { custom: 'x' }));
  await t.look('stream', stream);
  await t.step('append, no stream', () =>
    t.client.appendToStream(stream, t.event('New'), { expectedRevision: NO_STREAM }),
  );
  await t.look('stream then', stream);
  await t.step('metadata then', async () => (await t.client.getStreamMetadata(stream)).metadata);
};
scenarios['delete a metadata stream'] = async (t) => {
  const stream = t.stream();
  await t.client.appendToStream(stream, t.events(2));
  await t.client.setStreamMetadata(stream, { truncateBefore: 1 });
  await t.step('delete', () => t.client.deleteStream(`$$${stream}`));
  await t.step('metadata', async () => (await t.client.getStreamMetadata(stream)).metadata);
  await t.look('stream', stream);
  await t.step('tombstone', () => t.client.tombstoneStream(`$$${stream}`));
  await t.step('metadata then', async () => (await t.client.getStreamMetadata(stream)).metadata);
  await t.step('set', () => t.client.setStreamMetadata(stream, { truncateBefore: 2 }));
};
scenarios['tombstone: nothing goes any more'] = async (t) => {
  const stream = t.stream();
  await t.client.appendToStream(stream, t.events(2));
  await t.client.tombstoneStream(stream);
  await t.step('read', () => t.read(stream));
  await t.step('read backwards', () => t.read(stream, { direction: BACKWARDS, fromRevision: END }));
  await t.step('append', () => t.client.appendToStream(stream, t.event()));
  await t.step('plain append', () => t.plain.appendToStream(stream, t.event()));
  await t.step('lenient append', () => t.lenient.appendToStream(stream, t.event()));
  await t.step('delete', () => t.client.deleteStream(stream));
  await t.step('tombstone', () => t.client.tombstoneStream(stream));
  const watch = t.watch(read({ stream, live: true }));
  await watch.done(3000);
  t.note('subscription', watch.texts());
};
scenarios['delete: positions of its answer and of its event'] = async (t) => {
  const stream = t.stream();
  const { position: start } = await t.client.appendToStream(stream, t.events(2));
  const { position } = await t.client.deleteStream(stream);
  const [seen] = (await t.readAll({ fromPosition: start })).filter(({ event }) => event.type === '$metadata');
  t.note(
    'the same',
    seen?.event.position.commit === position?.commit && seen?.event.position.prepare === position?.prepare,
  );
};
scenarios['delete and append at the same time'] = async (t) => {
  const stream = t.stream();
  await t.client.appendToStream(stream, t.events(2));
  const answers = await Promise.all(
    [t.client.deleteStream(stream), t.client.appendToStream(stream, t.events(1))].map((answer) =>
      answer.then(
        () => 'done',
        (error) => error.constructor.name,
      ),
    ),
  );
  t.note('answers', answers);
  const left = await t.read(stream).then(
    (events) => events.length,
    () => 0,
  );
  t.note('nothing or one event is left', left === 0 || left === 1);
};
