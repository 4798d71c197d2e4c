import { setTimeout as sleep } from 'node:timers/promises';
import {
  append,
  appendEvent,
  appendOptions,
  batch,
  filter,
  read,
  remove,
  removeAnswer,
  streams,
} from '../../lib/requests.mjs';
export const scenarios = {};

const readings = (cases) => async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  for (const [label, make] of Object.entries(cases)) {
    const watch = t.watch(make(t));
    await watch.until(() => watch.ended || watch.kinds('caughtUp').length > 0, 3000);
    t.note(
      label,
      watch.texts(({ kind }) => kind !== 'checkpoint'),
    );
    await watch.stop();
  }
};
scenarios['malformed read: no options, nothing to read'] = readings({
  'no options': () => new streams.ReadReq(),
  'empty options': () => new streams.ReadReq().setOptions(new streams.ReadReq.Options()),
  'neither stream nor all': () => read({ count: 5 }),
});
scenarios['malformed read: neither count nor subscription'] = readings({
  stream: (t) => read({ stream: t.stream() }),
  all: () => read({ all: true, from: 'end' }),
  'stream, count 0': (t) => read({ stream: t.stream(), count: 0 }),
  'all, count 0': () => read({ all: true, count: 0 }),
});
scenarios['malformed read: neither filter nor no filter'] = readings({
  stream: (t) => read({ stream: t.stream(), count: 5, noFilter: null }),
  all: () => read({ all: true, from: 'end', count: 5, noFilter: null }),
  'stream, subscribed': (t) => read({ stream: t.stream(), live: true, noFilter: null }),
  'all, subscribed': () => read({ all: true, from: 'end', live: true, noFilter: null }),
});
scenarios['malformed read: no form of ids'] = readings({
  none: (t) => read({ stream: t.stream(), count: 5, uuids: null }),
  empty: (t) => read({ stream: t.stream(), count: 5, uuids: 'empty' }),
  'none, subscribed': (t) => read({ stream: t.stream(), live: true, uuids: null }),
});
scenarios['malformed read: a subscription backwards'] = readings({
  stream: (t) => read({ stream: t.stream(), live: true, backwards: true, from: 'end' }),
  all: () => read({ all: true, live: true, backwards: true, from: 'end' }),
});
scenarios['malformed read: a direction that is none'] = readings({
  stream: (t) => {
    const request = read({ stream: t.stream(), count: 5 });
    request.getOptions().setReadDirection(7);
    return request;
  },
});
scenarios['malformed read: a subscription to a stream with a filter'] = readings({
  prefix: (t) => read({ stream: t.stream(), live: true, filter: filter({ on: 'type', prefixes: ['X'] }) }),
});
scenarios['malformed append: no stream name, no expectation'] = async (t) => {
  await t.step('no name', () => append(t, [appendOptions({ stream: null }), appendEvent({ id: t.id() })]));
  await t.step('empty name', () => append(t, [appendOptions({ stream: '' }), appendEvent({ id: t.id() })]));
  await t.step('no expectation', () =>
    append(t, [appendOptions({ stream: t.stream(), expected: null }), appendEvent({ id: t.id() })]),
  );
  await t.step('no expectation, nor event', () =>
    append(t, [appendOptions({ stream: t.stream(), expected: null })]),
  );
};
scenarios['malformed append: revisions out of bounds'] = async (t) => {
  for (const expected of [
    '9223372036854775806',
    '9223372036854775807',
    '9223372036854775808',
    '18446744073709551615',
    '18446744073709551614',
    '2147483648',
  ]) {
    await t.step(expected, () =>
      append(t, [appendOptions({ stream: t.stream(), expected }), appendEvent({ id: t.id() })]),
    );
  }
};
scenarios['append: the whole answer to conflicts by raw call'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(2));
  for (const expected of ['no_stream', 'stream_exists', '0', '1', '5', 'any']) {
    await t.step(`existing, ${expected}`, () =>
      append(t, [appendOptions({ stream: t.stream(), expected }), appendEvent({ id: t.id() })]),
    );
    await t.step(`absent, ${expected}`, () =>
      append(t, [
        appendOptions({ stream: t.stream(`x-${expected}`), expected }),
        appendEvent({ id: t.id() }),
      ]),
    );
  }
};
scenarios['malformed deletion: no options, name or expectation'] = async (t) => {
  for (const [method, Request] of [
    ['delete', streams.DeleteReq],
    ['tombstone', streams.TombstoneReq],
  ]) {
    await t.step(`${method}: no options`, async () =>
      removeAnswer(await t.unary(method, remove(Request, { options: false }))),
    );
    await t.step(`${method}: no name`, async () =>
      removeAnswer(await t.unary(method, remove(Request, { stream: null }))),
    );
    await t.step(`${method}: empty name`, async () =>
      removeAnswer(await t.unary(method, remove(Request, { stream: '' }))),
    );
    await t.client.appendToStream(t.stream(method), t.events(1));
    await t.step(`${method}: no expectation`, async () =>
      removeAnswer(await t.unary(method, remove(Request, { stream: t.stream(method), expected: null }))),
    );
    await t.step(`${method}: highest revision`, async () =>
      removeAnswer(
        await t.unary(
          method,
          remove(Request, { stream: t.stream(method), expected: '18446744073709551615' }),
        ),
      ),
    );
  }
};
scenarios['malformed: bytes that are no message'] = async (t) => {
  const client = t.raw();
  for (const [label, bytes] of [
    ['broken', [0x0a, 0xff]],
    ['other fields', [0xfa, 0x01, 0x02, 0x08, 0x01]],
  ]) {
    await t.step(
      `${label}: delete`,
      () =>
        new Promise((resolve, reject) =>
          client.makeUnaryRequest(
            '/event_store.client.streams.Streams/Delete',
            (value) => Buffer.from(value),
            (answer) => answer,
            bytes,
            (error, answer) => (error ? reject(error) : resolve(answer.length)),
          ),
        ),
    );
  }
};
scenarios['deadlines: of reads, appends and deletions that have passed'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(1));
  await t.step('plain append', () => t.plain.appendToStream(t.stream(), t.event(), { deadline: -1 }));
  await t.step('delete', () => t.client.deleteStream(t.stream(), { deadline: -1 }));
  await t.look('the stream then', t.stream());
};
scenarios['cancellation: an append before its end writes nothing'] = async (t) => {
  await t.client.appendToStream(t.stream('before'), t.event());
  const answer = await new Promise((resolve) => {
    const call = t.raw().append((error) => resolve(error ? t.errorText(error) : 'answered'));
    call.write(appendOptions({ stream: t.stream() }));
    call.write(appendEvent({ id: t.id() }));
    sleep(300).then(() => call.cancel());
  });
  t.note('answer', answer);
  await sleep(300);
  await t.look('the stream then', t.stream());
};
scenarios['cancellation: a batch append of which a part is missing writes nothing'] = async (t) => {
  await new Promise((resolve) => {
    const call = t.raw().batchAppend();
    call.on('error', resolve);
    call.on('data', () => {});
    call.write(batch({ correlation: t.id('c'), stream: t.stream(), events: [{ id: t.id() }], final: false }));
    sleep(300).then(() => call.cancel());
  });
  await sleep(300);
  await t.look('the stream then', t.stream());
};
scenarios['cancellation: many subscriptions that are left leave the server well'] = async (t) => {
  await t.client.appendToStream(t.stream(), t.events(50));
  for (let round = 0; round < 30; round++) {
    const watch = t.watch(
      read(round % 2 === 0 ? { stream: t.stream(), live: true } : { all: true, from: 'end', live: true }),
    );
    if (round % 3 === 0) await watch.saw('confirmation');
    await watch.stop();
  }
  await t.step('an append then', () => t.client.appendToStream(t.stream(), t.event()));
  await t.step('a read then', () => t.read(t.stream()).then(({ length }) => length));
};
