import { read } from '../../lib/requests.mjs';
export const scenarios = {};
const from =
  (label, start, existing, live = 2) =>
  async (t) => {
    if (existing > 0) await t.client.appendToStream(t.stream(), t.events(existing, 'Old'));
    const watch = t.watch(read({ stream: t.stream(), from: start, live: true }));
    await watch.saw('caughtUp');
    for (let nr = 0; nr < live; nr++) await t.client.appendToStream(t.stream(), t.event('New'));
    await t.client.appendToStream(t.stream(), t.event('Last'));
    await watch.typed('Last');
    t.note('messages', watch.texts());
  };
scenarios['subscribe to a stream from the start'] = from('start', 'start', 3);
scenarios['subscribe to a stream from the end'] = from('end', 'end', 3);
scenarios['subscribe to a stream from revision 0'] = from('0', 0, 3);
scenarios['subscribe to a stream from a revision'] = from('1', 1, 3);
scenarios['subscribe to a stream from a revision to come'] = from('4', 4, 3, 4);
scenarios['subscribe to an absent stream from the start'] = from('start', 'start', 0);
scenarios['subscribe to a stream with many events'] = async (t) => {
  for (let part = 0; part < 3; part++) await t.client.appendToStream(t.stream(), t.events(400));
  const watch = t.watch(read({ stream: t.stream(), live: true }));
  await watch.saw('caughtUp');
  await t.client.appendToStream(t.stream(), t.event('Last'));
  await watch.typed('Last');
  const events = watch.kinds('event');
  t.note('events', [events.length, events.every(({ event }, index) => event.revision === String(index))]);
  t.note(
    'before caught up',
    watch.entries.findIndex(({ kind }) => kind === 'caughtUp'),
  );
};
scenarios['subscribe to a stream that others write to meanwhile'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(300));
  const writing = (async () => {
    for (let nr = 0; nr < 60; nr++) await t.client.appendToStream(t.stream(), t.events(5));
    await t.client.appendToStream(t.stream(), t.event('Last'));
  })();
  const watches = Array.from({ length: 4 }, () => t.watch(read({ stream: t.stream(), live: true })));
  await writing;
  for (const watch of watches) {
    await watch.typed('Last');
    const events = watch.kinds('event');
    t.note('all in order', [
      events.length,
      events.every(({ event }, index) => event.revision === String(index)),
    ]);
  }
};
scenarios['subscribed to a stream that is tombstoned'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  const watch = t.watch(read({ stream: t.stream(), live: true }));
  await watch.saw('caughtUp');
  await t.client.tombstoneStream(t.stream());
  t.note('ended', await watch.done(4000));
  t.note('messages', watch.texts());
};
scenarios['subscribe to a tombstoned stream'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  await t.client.tombstoneStream(t.stream());
  for (const start of ['start', 'end', 1]) {
    const watch = t.watch(read({ stream: t.stream(), from: start, live: true }));
    await watch.done(3000);
    t.note(`from ${start}`, watch.texts());
  }
};
scenarios['subscribe to a deleted stream that is started anew'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(3));
  await t.client.deleteStream(t.stream());
  const watches = ['start', 'end', 0, 1].map((start) => [
    start,
    t.watch(read({ stream: t.stream(), from: start, live: true })),
  ]);
  for (const [, watch] of watches) await watch.saw('caughtUp');
  await t.client.appendToStream(t.stream(), [t.event('New'), t.event('Last')]);
  for (const [start, watch] of watches) {
    await watch.typed('Last');
    t.note(`from ${start}`, watch.texts());
  }
};
scenarios['subscribe to a metadata stream'] = async (t) => {
  await t.client.setStreamMetadata(t.stream(), { nr: 0 });
  const watch = t.watch(read({ stream: `$$${t.stream()}`, live: true }));
  await watch.saw('caughtUp');
  await t.client.setStreamMetadata(t.stream(), { nr: 1 });
  await t.client.appendToStream(`$$${t.stream()}`, t.event('Last'));
  await watch.typed('Last');
  t.note('messages', watch.texts());
};
scenarios['subscribe with structured ids'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(1));
  const watch = t.watch(read({ stream: t.stream(), live: true, uuids: 'structured' }));
  await watch.saw('caughtUp');
  await t.client.appendToStream(t.stream(), t.event('Last'));
  await watch.typed('Last');
  t.note('messages', watch.texts());
};
scenarios['subscribe to streams of which one name begins the other'] = async (t) => {
  const watch = t.watch(read({ stream: t.stream('a'), live: true }));
  await watch.saw('caughtUp');
  await t.client.appendToStream(t.stream('a1'), t.events(2));
  await t.client.appendToStream(t.stream('a'), t.event());
  await t.client.appendToStream(t.stream('a-b'), t.events(1));
  await t.client.appendToStream(t.stream('a'), t.event('Last'));
  await watch.typed('Last');
  t.note('messages', watch.texts());
};
scenarios['twenty subscriptions of one client'] = async (t) => {
  const watches = Array.from({ length: 20 }, () => t.follow(t.client.subscribeToStream(t.stream())));
  for (const watch of watches) await watch.saw('caughtUp');
  await t.client.appendToStream(t.stream(), [...t.events(3), t.event('Last')]);
  for (const watch of watches) await watch.typed('Last');
  t.note(
    'events',
    watches.map((watch) => watch.kinds('event').length),
  );
};
