import { fromProject } from '../../lib/project.mjs';
import { filter, read } from '../../lib/requests.mjs';

const esdb = fromProject('@eventstore/db-client');
export const scenarios = {};
const { START, END, FORWARDS, BACKWARDS } = esdb;
const brief = (events) =>
  events.map(({ event, link }) => `${(link ?? event).revision} ${(link ?? event).type}`);

scenarios['read stream backwards from everywhere'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(5));
  await t.step('by default', async () => brief(await t.read(t.stream(), { direction: BACKWARDS })));
  for (const [label, fromRevision] of [
    ['start', START],
    ['end', END],
    ['0', 0n],
    ['3', 3n],
    ['4', 4n],
    ['5', 5n],
    ['100', 100n],
    ['2^31', 2n ** 31n],
    ['2^63-2', 2n ** 63n - 2n],
    ['2^63-1', 2n ** 63n - 1n],
    ['2^63', 2n ** 63n],
    ['2^64-1', 2n ** 64n - 1n],
  ]) {
    await t.step(label, async () => brief(await t.read(t.stream(), { fromRevision, direction: BACKWARDS })));
  }
};
scenarios['read of streams that were deleted, tombstoned or emptied'] = async (t) => {
  for (const state of ['deleted', 'tombstoned', 'emptied']) {
    const stream = t.stream(state);
    await t.client.appendToStream(stream, t.events(3));
    if (state === 'deleted') await t.client.deleteStream(stream);
    else if (state === 'tombstoned') await t.client.tombstoneStream(stream);
    else await t.client.setStreamMetadata(stream, { truncateBefore: 3 });
    for (const options of [
      {},
      { maxCount: 1 },
      { fromRevision: 1n },
      { fromRevision: 9n },
      { fromRevision: END },
      { direction: BACKWARDS, fromRevision: END },
      { direction: BACKWARDS, fromRevision: 1n },
    ]) {
      await t.step(`${state}: ${Object.keys(options)} ${Object.values(options)}`, async () =>
        brief(await t.read(stream, options)),
      );
    }
  }
};
scenarios['read stream by raw call, all messages'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(4));
  const cases = {
    forwards: {},
    'forwards, 2': { count: 2 },
    'forwards from 2': { from: 2 },
    'forwards from behind the end': { from: 7 },
    'forwards from the end': { from: 'end' },
    backwards: { backwards: true, from: 'end' },
    'backwards, 2': { backwards: true, from: 'end', count: 2 },
    'backwards from the start': { backwards: true },
  };
  for (const [label, options] of Object.entries(cases)) {
    for (const compatibility of [undefined, 0, 1, 2]) {
      const watch = t.watch(read({ stream: t.stream(), count: 100, compatibility, ...options }));
      await watch.done();
      t.note(
        `${label}${compatibility === undefined ? '' : `, compatibility ${compatibility}`}`,
        watch.texts(),
      );
    }
  }
};
scenarios['read of an absent, a deleted and a truncated stream by raw call, all messages'] = async (t) => {
  await t.client.appendToStream(t.stream('deleted'), t.events(3));
  await t.client.deleteStream(t.stream('deleted'));
  await t.client.appendToStream(t.stream('truncated'), t.events(3));
  await t.client.setStreamMetadata(t.stream('truncated'), { truncateBefore: 2 });
  for (const name of ['absent', 'deleted', 'truncated']) {
    for (const compatibility of [undefined, 1]) {
      for (const backwards of [false, true]) {
        const watch = t.watch(
          read({
            stream: t.stream(name),
            count: 100,
            compatibility,
            backwards,
            from: backwards ? 'end' : 'start',
          }),
        );
        await watch.done();
        t.note(`${name} ${backwards ? 'backwards' : 'forwards'} ${compatibility ?? ''}`, watch.texts());
      }
    }
  }
};
scenarios['read stream with structured ids'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  const watch = t.watch(read({ stream: t.stream(), count: 10, uuids: 'structured' }));
  await watch.done();
  t.note('messages', watch.texts());
};
const linked = async (t) => {
  const target = t.stream('target');
  await t.client.appendToStream(target, t.events(3));
  await t.client.appendToStream(t.stream('gone'), t.events(2));
  await t.client.deleteStream(t.stream('gone'));
  await t.client.appendToStream(t.stream('dead'), t.events(2));
  await t.client.tombstoneStream(t.stream('dead'));
  await t.client.appendToStream(t.stream('cut'), t.events(3));
  await t.client.setStreamMetadata(t.stream('cut'), { truncateBefore: 2 });
  const links = [
    `1@${target}`,
    `7@${target}`,
    `0@${t.stream('never')}`,
    `0@${t.stream('gone')}`,
    `0@${t.stream('dead')}`,
    `0@${t.stream('cut')}`,
    `2@${t.stream('cut')}`,
    'no link',
    '',
  ];
  const events = links.map((text) => t.binary('$>', Buffer.from(text)));
  await t.client.appendToStream(t.stream('links'), [...events, t.event('Plain')]);
  return t.stream('links');
};
scenarios['links: read all resolved'] = async (t) => {
  const { position } = await t.client.appendToStream(t.stream('start'), t.event('Start'));
  const stream = await linked(t);
  await t.step('resolved', async () =>
    (await t.readAll({ fromPosition: position, resolveLinkTos: true })).filter(({ link }) => link),
  );
  await t.step('not resolved', async () =>
    (await t.readAll({ fromPosition: position })).filter(({ event }) => event?.streamId === stream),
  );
};
scenarios['links: a link of type $> in JSON'] = async (t) => {
  await t.client.appendToStream(t.stream('target'), t.events(2));
  const text = `1@${t.stream('target')}`;
  await t.client.appendToStream(t.stream('links'), [
    t.event('$>', { data: text }),
    t.binary('$>', Buffer.from(text), { $o: 'x' }),
  ]);
  await t.step('resolved', () => t.read(t.stream('links'), { resolveLinkTos: true }));
};
scenarios['links: a link to a link, and to itself'] = async (t) => {
  await t.client.appendToStream(t.stream('target'), t.events(1));
  await t.client.appendToStream(t.stream('one'), t.binary('$>', Buffer.from(`0@${t.stream('target')}`)));
  await t.client.appendToStream(t.stream('two'), [
    t.binary('$>', Buffer.from(`0@${t.stream('one')}`)),
    t.binary('$>', Buffer.from(`1@${t.stream('two')}`)),
  ]);
  await t.step('resolved', () => t.read(t.stream('two'), { resolveLinkTos: true }));
};
const fill = async (t) => {
  const start = (await t.client.appendToStream(t.stream('start'), t.event('Start'))).position;
  const one = await t.client.appendToStream(t.stream('a'), t.events(3, 'Ea'));
  const two = await t.client.appendToStream(t.stream('b'), t.events(2, 'Eb'));
  const end = (await t.client.appendToStream(t.stream('end'), t.event('End'))).position;
  return { start, one: one.position, two: two.position, end };
};
scenarios['read all forwards between positions'] = async (t) => {
  const { start, one, end } = await fill(t);
  await t.step('from an event', () => t.readAll({ fromPosition: start }));
  await t.step('from the last of three', () => t.readAll({ fromPosition: one }));
  await t.step('one from there', () => t.readAll({ fromPosition: one, maxCount: 1 }));
  await t.step('from the last', () => t.readAll({ fromPosition: end }));
  await t.step('none', () => t.readAll({ fromPosition: start, maxCount: 0 }));
  await t.step('three', () => t.readAll({ fromPosition: start, maxCount: 3 }));
};
scenarios['read all forwards from behind a position'] = async (t) => {
  const { start, end } = await fill(t);
  const next = (at, by = 1n) => ({ commit: at.commit + by, prepare: at.prepare + by });
  await t.step('one more than an event', async () => (await t.readAll({ fromPosition: next(start) }))[0]);
  await t.step('one more than the last', () => t.readAll({ fromPosition: next(end) }));
  await t.step('far behind', () => t.readAll({ fromPosition: next(end, 10n ** 12n) }));
  await t.step('the highest', () =>
    t.readAll({ fromPosition: { commit: 2n ** 63n - 1n, prepare: 2n ** 63n - 1n } }),
  );
  await t.step('higher than any', () =>
    t.readAll({ fromPosition: { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n } }),
  );
  await t.step('prepare behind commit', () =>
    t.readAll({ fromPosition: { commit: start.commit, prepare: start.prepare + 1n } }),
  );
  await t.step('prepare 0', () => t.readAll({ fromPosition: { commit: start.commit, prepare: 0n } }));
};
scenarios['read all from start and end'] = async (t) => {
  await fill(t);
  await t.step(
    'forwards from start, first',
    async () => (await collect(t.client.readAll({ maxCount: 1 }))).length,
  );
  await t.step(
    'forwards from end',
    async () => (await collect(t.client.readAll({ fromPosition: END, maxCount: 5 }))).length,
  );
  await t.step(
    'backwards from start',
    async () =>
      (await collect(t.client.readAll({ fromPosition: START, direction: BACKWARDS, maxCount: 5 }))).length,
  );
  await t.step('backwards from end, 3', () =>
    t.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 3 }),
  );
  await t.step('backwards from end, none', () =>
    t.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 0 }),
  );
};
const collect = async (stream) => {
  const events = [];
  for await (const event of stream) events.push(event);
  return events;
};
scenarios['read all sees metadata, deletions and tombstones'] = async (t) => {
  const { position } = await t.client.appendToStream(t.stream('start'), t.event('Start'));
  await t.client.appendToStream(t.stream('a'), t.events(2));
  await t.client.setStreamMetadata(t.stream('a'), { maxCount: 1 });
  await t.client.appendToStream(t.stream('b'), t.events(2));
  await t.client.deleteStream(t.stream('b'));
  await t.client.appendToStream(t.stream('c'), t.events(2));
  await t.client.tombstoneStream(t.stream('c'));
  await t.step('events', async () =>
    (await t.readAll({ fromPosition: position })).map(
      ({ event }) => `${event.streamId}@${event.revision} ${event.type}${event.isJson ? ' json' : ''}`,
    ),
  );
  await t.step('the tombstone', async () =>
    (await t.readAll({ fromPosition: position }))
      .filter(({ event }) => event.type === '$streamDeleted')
      .map(({ event }) => [event.revision, event.isJson, event.data?.length, event.metadata === undefined]),
  );
};
scenarios['read all by raw call, all messages'] = async (t) => {
  const { start, end } = await fill(t);
  for (const compatibility of [undefined, 1]) {
    for (const [label, options] of Object.entries({
      forwards: { from: start, count: 3 },
      'to the end': { from: start, count: 100 },
      backwards: { from: end, backwards: true, count: 3 },
    })) {
      const watch = t.watch(read({ all: true, compatibility, ...options }));
      await watch.done();
      t.note(
        `${label} ${compatibility ?? ''}`,
        watch.texts(({ kind }) => kind !== 'last'),
      );
      t.note(`${label} ${compatibility ?? ''}, says its last position`, watch.kinds('last').length);
    }
  }
};
scenarios['read all with a filter, forwards'] = async (t) => {
  const { start } = await fill(t);
  const cases = {
    'stream prefix': { prefixes: [t.stream('a')] },
    'two stream prefixes': { prefixes: [t.stream('a'), t.stream('b')] },
    'stream regex': { regex: `^${t.prefix}-[ab]$` },
    'type prefix': { on: 'type', prefixes: ['Eb'] },
    'type regex': { on: 'type', regex: '^E[ab]$' },
    'nothing matches': { prefixes: [`${t.prefix}-none`] },
  };
  for (const [label, options] of Object.entries(cases)) {
    for (const count of [100, 2]) {
      const watch = t.watch(read({ all: true, from: start, count, filter: filter(options) }));
      await watch.done();
      t.note(`${label}, ${count}`, watch.texts());
    }
  }
};
scenarios['read all with a filter and small windows'] = async (t) => {
  const { start } = await fill(t);
  for (const max of [1, 2, 'count']) {
    for (const count of [1, 2, 100]) {
      const watch = t.watch(
        read({ all: true, from: start, count, filter: filter({ prefixes: [t.stream('b')], max }) }),
      );
      await watch.done();
      t.note(`window ${max}, count ${count}`, watch.texts());
    }
  }
};
scenarios['read stream with a filter'] = async (t) => {
  await t.client.appendToStream(t.stream(), [t.event('Ea'), t.event('Eb')]);
  const watch = t.watch(
    read({ stream: t.stream(), count: 10, filter: filter({ on: 'type', prefixes: ['Eb'] }) }),
  );
  await watch.done();
  t.note('messages', watch.texts());
};
scenarios['read of many events keeps order and ends'] = async (t) => {
  for (let part = 0; part < 4; part++) await t.client.appendToStream(t.stream(), t.events(400));
  const check = (events, step) => [
    events.length,
    events.every(
      ({ event }, index) => index === 0 || event.revision === events[index - 1].event.revision + step,
    ),
  ];
  await t.step('forwards', async () => check(await t.read(t.stream()), 1n));
  await t.step('backwards', async () =>
    check(await t.read(t.stream(), { direction: BACKWARDS, fromRevision: END }), -1n),
  );
  await t.step('501', async () => check(await t.read(t.stream(), { maxCount: 501 }), 1n));
  await t.step('from 1500', async () => check(await t.read(t.stream(), { fromRevision: 1500n }), 1n));
};
scenarios['read your own write at once'] = async (t) => {
  const seen = [];
  for (let round = 0; round < 30; round++) {
    const { nextExpectedRevision, position } = await t.client.appendToStream(t.stream(), t.event());
    const [last] = await t.read(t.stream(), { direction: BACKWARDS, fromRevision: END, maxCount: 1 });
    const [all] = await t.readAll({ fromPosition: position, maxCount: 1 });
    seen.push(last.event.revision === nextExpectedRevision && all?.event.id === last.event.id);
  }
  t.note('every time', seen.every(Boolean));
};
scenarios['positions of stream reads, of all and of answers are the same'] = async (t) => {
  const answer = await t.client.appendToStream(t.stream(), t.events(3));
  const [ofStream, ofAll] = [
    await t.read(t.stream()),
    await t.readAll({ fromPosition: answer.position, direction: FORWARDS, maxCount: 1 }),
  ];
  t.note('answer', answer);
  t.note('stream', ofStream);
  t.note('all', ofAll);
};
