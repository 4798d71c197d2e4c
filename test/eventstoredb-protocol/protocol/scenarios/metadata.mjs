import { setTimeout as sleep } from 'node:timers/promises';
import { fromProject } from '../../lib/project.mjs';

const esdb = fromProject('@eventstore/db-client');
export const scenarios = {};
const { END, BACKWARDS, NO_STREAM, ANY } = esdb;
const revisions = (events) => events.map(({ event }) => event.revision);
const show = async (t, label, stream) => {
  await t.step(`${label}: forwards`, async () => revisions(await t.read(stream)));
  await t.step(`${label}: backwards`, async () =>
    revisions(await t.read(stream, { direction: BACKWARDS, fromRevision: END })),
  );
};
/** Metadata as bytes, past the checks of the client. */
const setRaw = (t, stream, text, options) =>
  t.client.appendToStream(
    `$$${stream}`,
    { ...t.event('$metadata', { data: {} }), data: JSON.parse(text) },
    options,
  );

scenarios['metadata: every field there and back'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  await t.step('set', () =>
    t.client.setStreamMetadata(t.stream(), {
      maxAge: 3600,
      maxCount: 100,
      truncateBefore: 1,
      cacheControl: 10,
      custom: { a: [1, 'ü'] },
      $other: 'x',
      acl: {
        readRoles: ['$all'],
        writeRoles: ['$all', 'ops'],
        deleteRoles: ['$admins'],
        metaReadRoles: ['$all'],
        metaWriteRoles: ['$admins'],
      },
    }),
  );
  await t.step('get', async () => (await t.client.getStreamMetadata(t.stream())).metadata);
  await t.step('events of the metadata stream', () => t.read(`$$${t.stream()}`));
};
scenarios['metadata: expected revisions'] = async (t) => {
  await t.step('no stream', () =>
    t.client.setStreamMetadata(t.stream(), { a: 1 }, { expectedRevision: NO_STREAM }),
  );
  await t.step('no stream again', () =>
    t.client.setStreamMetadata(t.stream(), { a: 2 }, { expectedRevision: NO_STREAM }),
  );
  await t.step('0', () => t.client.setStreamMetadata(t.stream(), { a: 3 }, { expectedRevision: 0n }));
  await t.step('0 again', () => t.client.setStreamMetadata(t.stream(), { a: 4 }, { expectedRevision: 0n }));
  await t.step('any', () => t.client.setStreamMetadata(t.stream(), { a: 5 }, { expectedRevision: ANY }));
  await t.step('get', async () => (await t.client.getStreamMetadata(t.stream())).metadata);
  await t.step('all revisions', async () => revisions(await t.read(`$$${t.stream()}`)));
};
const limited =
  (metadata, count = 6) =>
  async (t) => {
    await t.client.appendToStream(t.stream(), t.events(count));
    await t.step('set', () => setRaw(t, t.stream(), JSON.stringify(metadata)));
    await show(t, 'read', t.stream());
    await t.step('from 0, 2', async () =>
      revisions(await t.read(t.stream(), { fromRevision: 0n, maxCount: 2 })),
    );
    await t.step('backwards from 2', async () =>
      revisions(await t.read(t.stream(), { fromRevision: 2n, direction: BACKWARDS })),
    );
    await t.step('append the last revision', () =>
      t.client.appendToStream(t.stream(), t.event('New'), { expectedRevision: BigInt(count - 1) }),
    );
    await show(t, 'after the append', t.stream());
    await t.step(
      'in all',
      async () =>
        (await t.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 20 })).filter(
          ({ event }) => event.streamId === t.stream(),
        ).length,
    );
  };
scenarios['metadata: $tb in the middle'] = limited({ $tb: 3 });
scenarios['metadata: $tb at the end'] = limited({ $tb: 6 });
scenarios['metadata: $tb 0'] = limited({ $tb: 0 });
scenarios['metadata: $maxCount'] = limited({ $maxCount: 2 });
scenarios['metadata: $maxCount 1'] = limited({ $maxCount: 1 });
scenarios['metadata: $tb and a larger $maxCount'] = limited({ $maxCount: 4, $tb: 5 });
scenarios['metadata: a $maxAge of a hundred years and more'] = limited({ $maxAge: 10_000_000_000 });
scenarios['metadata: text instead of numbers'] = limited({ $tb: '3', $maxCount: '2' });
scenarios['metadata: null instead of numbers'] = limited({ $tb: null, $maxCount: null });
scenarios['metadata: fractions'] = limited({ $tb: 2.5 });
scenarios['metadata: a $maxCount that is a fraction'] = limited({ $maxCount: 2.5 });
scenarios['metadata: $tb 2^53'] = limited({ $tb: 2 ** 53 });
scenarios['metadata: a text instead of an object'] = limited('text');
scenarios['metadata: one valid and one invalid field'] = limited({ $tb: 3, $maxCount: 'x' });
scenarios['metadata: an $acl that is none'] = limited({ $tb: 3, $acl: 5 });
scenarios['metadata: an $acl as a name of defaults'] = limited({ $tb: 3, $acl: '$systemStreamAcl' });
scenarios['metadata: names in other letters'] = limited({ $MaxCount: 2, tb: 3 });
scenarios['metadata: the same field twice'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(6));
  await t.client.appendToStream(`$$${t.stream()}`, {
    ...t.binary('$metadata', Buffer.from('{"$tb":1,"$tb":4}')),
  });
  await show(t, 'read', t.stream());
};
scenarios['metadata: bytes that are no JSON'] = async (t) => {
  for (const [label, text] of [
    ['binary JSON', '{"$tb":2}'],
    ['broken', '{"$tb":'],
    ['empty', ''],
    ['other bytes', '\u0000\u0001'],
    ['with a mark', '\ufeff{"$tb":2}'],
  ]) {
    const stream = t.stream(label.replace(' ', '-'));
    await t.client.appendToStream(stream, t.events(4));
    await t.step(`${label}: set`, () =>
      t.client.appendToStream(`$$${stream}`, t.binary('$metadata', Buffer.from(text))),
    );
    await show(t, label, stream);
    await t.step(`${label}: get`, async () => (await t.client.getStreamMetadata(stream)).metadata);
    await t.step(`${label}: append`, () =>
      t.client.appendToStream(stream, t.event('New'), { expectedRevision: 3n }),
    );
  }
};
scenarios['metadata: the newer replaces the older'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(6));
  await t.client.setStreamMetadata(t.stream(), { truncateBefore: 4 });
  await show(t, 'cut', t.stream());
  await t.client.setStreamMetadata(t.stream(), { truncateBefore: 1 });
  await show(t, 'cut less', t.stream());
  await t.client.setStreamMetadata(t.stream(), {});
  await show(t, 'not cut', t.stream());
  await t.client.setStreamMetadata(t.stream(), { maxCount: 2 });
  await show(t, 'two', t.stream());
};
scenarios['metadata: $maxAge of a second'] = async (t) => {
  await t.client.setStreamMetadata(t.stream(), { maxAge: 1 });
  await t.client.appendToStream(t.stream(), t.events(2));
  await show(t, 'at once', t.stream());
  await sleep(2500);
  await show(t, 'later', t.stream());
  await t.step('append', () => t.client.appendToStream(t.stream(), t.event('New'), { expectedRevision: 1n }));
  await show(t, 'with a new event', t.stream());
};
scenarios['metadata: a metadata stream has no metadata of its own'] = async (t) => {
  await t.client.setStreamMetadata(t.stream(), { a: 1 });
  await t.step('set', () => t.client.setStreamMetadata(`$$${t.stream()}`, { maxCount: 1 }));
  await t.step('get', () => t.client.getStreamMetadata(`$$${t.stream()}`));
};
scenarios['metadata: subscription to a truncated stream'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(6));
  await t.client.setStreamMetadata(t.stream(), { truncateBefore: 4 });
  const watch = t.follow(t.client.subscribeToStream(t.stream()));
  await watch.events(2);
  await t.client.appendToStream(t.stream(), t.event('Last'));
  await watch.typed('Last');
  t.note(
    'events',
    watch.kinds('event').map(({ text }) => text),
  );
};
scenarios['metadata: a limit set while subscribed'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  const watch = t.follow(t.client.subscribeToStream(t.stream()));
  await watch.saw('caughtUp');
  await t.client.setStreamMetadata(t.stream(), { maxCount: 1 });
  await t.client.appendToStream(t.stream(), t.events(3, 'New'));
  await t.client.appendToStream(t.stream(), t.event('Last'));
  await watch.typed('Last');
  t.note(
    'events',
    watch.kinds('event').map(({ text }) => text),
  );
};
