import { fromProject } from '../../lib/project.mjs';
import { filter, read } from '../../lib/requests.mjs';

const esdb = fromProject('@eventstore/db-client');
export const scenarios = {};
const { START, END, streamNameFilter, eventTypeFilter, excludeSystemEvents } = esdb;
/** An event whose position the subscription begins behind. */
const begin = async (t) => (await t.client.appendToStream(t.stream('start'), t.event('Start'))).position;
const last = (t, stream = t.stream('last'), type = 'Last') => t.client.appendToStream(stream, t.event(type));

scenarios['subscribe to all from positions that are no event'] = async (t) => {
  const start = await begin(t);
  await t.client.appendToStream(t.stream('a'), t.events(1));
  await last(t);
  for (const [label, at] of [
    ['one more', { commit: start.commit + 1n, prepare: start.prepare + 1n }],
    ['prepare 0', { commit: start.commit, prepare: 0n }],
    ['prepare behind commit', { commit: start.commit, prepare: start.prepare + 1n }],
    ['prepare the highest', { commit: start.commit, prepare: 2n ** 64n - 1n }],
  ]) {
    const watch = t.watch(read({ all: true, from: at, live: true }));
    await watch.until((entries) => watch.ended || entries.some(({ event }) => event?.type === 'Last'), 3000);
    t.note(label, watch.texts(({ kind }) => kind !== 'caughtUp').slice(0, 4));
    await watch.stop();
  }
};
scenarios['subscribe to all by the client from start, end and position'] = async (t) => {
  const start = await begin(t);
  await t.client.appendToStream(t.stream('a'), t.events(2, 'Old'));
  const watches = Object.entries({ default: undefined, start: START, end: END, position: start }).map(
    ([label, fromPosition]) => [label, t.follow(t.client.subscribeToAll({ fromPosition }))],
  );
  for (const [, watch] of watches) await watch.saw('caughtUp');
  await t.client.appendToStream(t.stream('b'), t.events(2, 'New'));
  await last(t);
  for (const [label, watch] of watches) {
    await watch.typed('Last');
    t.note(
      `${label}: events`,
      watch.kinds('event').map(({ text }) => text),
    );
    t.note(
      `${label}: others`,
      ['confirmation', 'caughtUp', 'fellBehind', 'error', 'end'].map(
        (kind) => `${kind} ${watch.kinds(kind).length}`,
      ),
    );
  }
};
scenarios['subscribed to all: metadata, deletion and tombstone'] = async (t) => {
  const watch = t.watch(read({ all: true, from: 'end', live: true }));
  await watch.saw('caughtUp');
  await t.client.appendToStream(t.stream('a'), t.events(1));
  await t.client.setStreamMetadata(t.stream('a'), { maxCount: 5 });
  await t.client.deleteStream(t.stream('a'));
  await t.client.appendToStream(t.stream('a'), t.events(1));
  await t.client.tombstoneStream(t.stream('a'));
  await last(t);
  await watch.typed('Last');
  t.note(
    'events',
    watch
      .kinds('event')
      .map(({ event }) => `${event.stream}@${event.revision} ${event.type} ${event.contentType}`),
  );
};
const filtered = (make) => async (t) => {
  const start = await begin(t);
  const write = async () => {
    await t.client.appendToStream(t.stream('a'), [t.event('KitA'), t.event('KitB'), t.event('Other')]);
    await t.client.appendToStream(t.stream('ab'), t.event('KitA'));
    await t.client.appendToStream(t.stream('b'), [t.event('KitB'), t.event('Other')]);
    await t.client.setStreamMetadata(t.stream('b'), { maxCount: 50 });
    await t.client.appendToStream(t.stream('c'), t.event('kita'));
  };
  await write();
  const watch = t.follow(t.client.subscribeToAll({ fromPosition: start, filter: make(t) }));
  const control = t.watch(read({ all: true, from: start, live: true }));
  await watch.until(() => watch.kinds('caughtUp').length > 0 || watch.kinds('error').length > 0);
  await write();
  await last(t);
  await t.client.appendToStream(t.stream('b'), t.event('KitA'));
  await last(t, t.stream('done'), 'Done');
  await control.typed('Done');
  await watch.until(() => false, 400);
  t.note(
    'events',
    watch
      .kinds('event')
      .map(({ resolved }) => `${resolved.event.streamId}@${resolved.event.revision} ${resolved.event.type}`),
  );
  t.note(
    'errors',
    watch.kinds('error').map(({ text }) => text),
  );
};
scenarios['subscribe to all with two stream prefixes'] = filtered((t) =>
  streamNameFilter({ prefixes: [t.stream('a'), t.stream('b')] }),
);
scenarios['subscribe to all with a prefix of the other prefix'] = filtered((t) =>
  streamNameFilter({ prefixes: [t.stream('a'), t.stream('ab')] }),
);
scenarios['subscribe to all with a stream regex'] = filtered((t) =>
  streamNameFilter({ regex: `^${t.prefix}-(b|last)` }),
);
scenarios['subscribe to all with a stream regex that is not anchored'] = filtered((t) =>
  streamNameFilter({ regex: `${t.prefix.slice(4)}-b` }),
);
scenarios['subscribe to all with two event type prefixes'] = filtered(() =>
  eventTypeFilter({ prefixes: ['Kit', 'Las'] }),
);
scenarios['subscribe to all with an event type regex'] = filtered(() =>
  eventTypeFilter({ regex: '^(KitB|Last)$' }),
);
scenarios['subscribe to all with no system events'] = filtered(() => excludeSystemEvents());
scenarios['subscribe to all with a regex with inline flags'] = filtered(() =>
  eventTypeFilter({ regex: '(?i)^kita$' }),
);
scenarios['subscribe to all with a regex with possessive groups'] = filtered(() =>
  eventTypeFilter({ regex: '^(?>Kit)A$' }),
);
scenarios['subscribe to all with a regex with letters by category'] = filtered(() =>
  eventTypeFilter({ regex: '^\\p{Lu}it[\\p{Lu}-[B]]$' }),
);
scenarios['subscribe to all with a regex that is in capitals'] = filtered(() =>
  eventTypeFilter({ regex: '^KITA$' }),
);
scenarios['subscribe to all with a regex with an end of text'] = filtered(() =>
  eventTypeFilter({ regex: '\\AKitA\\z' }),
);
scenarios['subscribe to all with a regex with a named group'] = filtered(() =>
  eventTypeFilter({ regex: "^(?'x'Kit)A$" }),
);
const checkpoints =
  ({ max, interval, matching, others, prefix = 'a' }) =>
  async (t) => {
    const start = await begin(t);
    const write = async () => {
      for (let nr = 0; nr < Math.max(matching, others); nr++) {
        if (nr < others) await t.client.appendToStream(t.stream('other'), t.event());
        if (nr < matching) await t.client.appendToStream(t.stream('a'), t.event());
      }
    };
    await write();
    const watch = t.watch(
      read({
        all: true,
        from: start,
        live: true,
        filter: filter({ prefixes: [t.stream(prefix)], max, interval }),
      }),
    );
    await watch.saw('caughtUp');
    t.note('to the end', watch.texts());
    const before = watch.entries.length;
    await write();
    await t.client.appendToStream(t.stream('a'), t.event('Last'));
    await watch.typed('Last');
    await t.client.appendToStream(t.stream('other'), t.event());
    t.note('then', watch.texts().slice(before));
  };
scenarios['checkpoints: window 1, interval 1, few match'] = checkpoints({
  max: 1,
  interval: 1,
  matching: 2,
  others: 6,
});
scenarios['checkpoints: window 4, interval 2, few match'] = checkpoints({
  max: 4,
  interval: 2,
  matching: 2,
  others: 20,
});
scenarios['checkpoints: window 32, interval 1, few match'] = checkpoints({
  max: 32,
  interval: 1,
  matching: 2,
  others: 70,
});
scenarios['checkpoints: window 4, interval 1, all match'] = checkpoints({
  max: 4,
  interval: 1,
  matching: 10,
  others: 0,
});
scenarios['checkpoints: window 1, interval 1, none matches'] = checkpoints({
  max: 1,
  interval: 1,
  matching: 0,
  others: 6,
});
scenarios['checkpoints: window 100, interval 1, none matches'] = checkpoints({
  max: 100,
  interval: 1,
  matching: 0,
  others: 10,
});
scenarios['checkpoints: while catching up, one may go on from each'] = async (t) => {
  const start = await begin(t);
  for (let nr = 0; nr < 12; nr++)
    await t.client.appendToStream(t.stream(nr % 4 === 0 ? 'a' : 'other'), t.event(`T${nr}`));
  await t.client.appendToStream(t.stream('a'), t.event('Last'));
  const watch = t.watch(
    read({
      all: true,
      from: start,
      live: true,
      filter: filter({ prefixes: [t.stream('a')], max: 2, interval: 1 }),
    }),
  );
  await watch.saw('caughtUp');
  await watch.until(() => false, 300);
  const found = watch.entries.flatMap((entry, index) =>
    entry.kind === 'checkpoint'
      ? [{ at: entry.at, seen: watch.entries.slice(0, index).filter(({ kind }) => kind === 'event') }]
      : [],
  );
  t.note('there are checkpoints', found.length > 0);
  const wrong = [];
  for (const { at, seen } of found) {
    for (const [label, from] of [
      ['as given', at],
      ['commit as prepare', { commit: at.commit, prepare: at.commit }],
    ]) {
      const again = t.watch(
        read({
          all: true,
          from,
          live: true,
          filter: filter({ prefixes: [t.stream('a')], max: 2, interval: 1 }),
        }),
      );
      const came = seen.some(({ event }) => event.type === 'Last') || (await again.typed('Last'));
      await again.until(() => false, 100);
      const types = [...seen, ...again.kinds('event')].map(({ event }) => event.type).join();
      if (!came || types !== 'T0,T4,T8,Last') wrong.push(`${label}: ${types}`);
      await again.stop();
    }
  }
  t.note('what is lost or repeated', wrong);
};
scenarios['checkpoints: when live, one may go on from each'] = async (t) => {
  const start = await begin(t);
  const watch = t.watch(
    read({
      all: true,
      from: start,
      live: true,
      filter: filter({ prefixes: [t.stream('a')], max: 2, interval: 1 }),
    }),
  );
  await watch.saw('caughtUp');
  const before = watch.entries.length;
  for (let nr = 0; nr < 12; nr++)
    await t.client.appendToStream(t.stream(nr % 4 === 0 ? 'a' : 'other'), t.event(`T${nr}`));
  await t.client.appendToStream(t.stream('a'), t.event('Last'));
  await watch.typed('Last');
  await watch.until(() => false, 300);
  const found = watch.entries.flatMap((entry, index) =>
    entry.kind === 'checkpoint' && index >= before
      ? [{ at: entry.at, seen: watch.entries.slice(0, index).filter(({ kind }) => kind === 'event') }]
      : [],
  );
  t.note('there are checkpoints', found.length > 0);
  const wrong = [];
  for (const { at, seen } of found) {
    const again = t.watch(
      read({
        all: true,
        from: at,
        live: true,
        filter: filter({ prefixes: [t.stream('a')], max: 2, interval: 1 }),
      }),
    );
    const came = seen.some(({ event }) => event.type === 'Last') || (await again.typed('Last'));
    await again.until(() => false, 150);
    const types = [...seen, ...again.kinds('event')].map(({ event }) => event.type).join();
    if (!came || types !== 'T0,T4,T8,Last') wrong.push(types);
    await again.stop();
  }
  t.note('what is lost or repeated', wrong);
};
scenarios['subscribe to all: filters that are none, by raw call'] = async (t) => {
  const start = await begin(t);
  const cases = {
    'no expression': filter({ on: null }),
    'an empty expression': filter({}),
    'an empty prefix': filter({ prefixes: [''] }),
    'an empty regex': filter({ regex: '' }),
    'prefixes and a regex': filter({ prefixes: [t.stream('a')], regex: `^${t.stream('b')}` }),
    'a broken regex': filter({ regex: '(' }),
  };
  await t.client.appendToStream(t.stream('a'), t.events(1));
  await t.client.appendToStream(t.stream('b'), t.events(1));
  for (const [label, options] of Object.entries(cases)) {
    const watch = t.watch(read({ all: true, from: start, live: true, filter: options }));
    await watch.until(() => watch.ended || watch.kinds('caughtUp').length > 0, 3000);
    t.note(
      label,
      watch.texts(({ kind }) => kind !== 'checkpoint'),
    );
    await watch.stop();
  }
};
scenarios['subscribe to all that others write to meanwhile'] = async (t) => {
  const start = await begin(t);
  for (let part = 0; part < 3; part++) await t.client.appendToStream(t.stream('a'), t.events(200));
  const writing = (async () => {
    for (let nr = 0; nr < 60; nr++) await t.client.appendToStream(t.stream(`b${nr % 3}`), t.events(5));
    await last(t);
  })();
  const watches = [
    undefined,
    filter({ prefixes: [t.prefix], max: 10 }),
    filter({ on: 'type', regex: '^(E|Last)$', max: 50 }),
  ].map((options) => t.watch(read({ all: true, from: start, live: true, filter: options })));
  await writing;
  for (const watch of watches) {
    await watch.typed('Last');
    const events = watch.kinds('event');
    const ids = new Set(events.map(({ event }) => event.id));
    t.note('complete, once, in order', [
      events.length,
      ids.size,
      events.every(
        ({ event }, index) => index === 0 || BigInt(event.commit) > BigInt(events[index - 1].event.commit),
      ),
    ]);
    t.note('caught up at least once', watch.kinds('caughtUp').length > 0);
  }
};
scenarios['subscribe to all: go on from the position of any event'] = async (t) => {
  const start = await begin(t);
  await t.client.appendToStream(t.stream('a'), t.events(3));
  await t.client.appendToStream(t.stream('b'), t.event());
  await t.client.appendToStream(t.stream('a'), t.events(2));
  await last(t);
  const all = await t.readAll({ fromPosition: start });
  const wrong = [];
  for (const [index, { event }] of all.entries()) {
    if (event.type === 'Last') continue;
    const watch = t.watch(read({ all: true, from: event.position, live: true }));
    await watch.typed('Last');
    if (watch.kinds('event').length !== all.length - index - 1) wrong.push(index);
    await watch.stop();
  }
  t.note('what is lost or repeated', wrong);
};
scenarios['subscribe to all, structured ids and links'] = async (t) => {
  const start = await begin(t);
  await t.client.appendToStream(t.stream('a'), t.event());
  await t.client.appendToStream(t.stream('links'), t.binary('$>', Buffer.from(`0@${t.stream('a')}`)));
  const watch = t.watch(read({ all: true, from: start, live: true, uuids: 'structured', links: true }));
  await watch.saw('caughtUp');
  await last(t);
  await watch.typed('Last');
  t.note('messages', watch.texts());
};
