import { fromProject } from '../../lib/project.mjs';
import {
  append,
  appendEvent,
  appendOptions,
  batch,
  batchAppend,
  structuredUuid,
} from '../../lib/requests.mjs';

const esdb = fromProject('@eventstore/db-client');
export const scenarios = {};
const { NO_STREAM, STREAM_EXISTS } = esdb;
const bothWays = (play) => async (t) => {
  await play(t, t.client, t.stream('batch'), 'batch');
  await play(t, t.plain, t.stream('plain'), 'plain');
};

const kept = (make, name = (stream) => stream) =>
  bothWays(async (t, client, stream, way) => {
    await t.step(`${way}: append`, () => client.appendToStream(name(stream, t), make(t)));
    await t.step(`${way}: read`, () => t.read(name(stream, t)));
  });

const MAX = 1024 * 1024;

scenarios['empty append to no stream'] = bothWays(async (t, client, stream, way) => {
  await t.step(`${way}: any`, () => client.appendToStream(stream, []));
  await t.step(`${way}: no stream`, () => client.appendToStream(stream, [], { expectedRevision: NO_STREAM }));
  await t.step(`${way}: stream exists`, () =>
    client.appendToStream(stream, [], { expectedRevision: STREAM_EXISTS }),
  );
  await t.step(`${way}: exact`, () => client.appendToStream(stream, [], { expectedRevision: 0n }));
  await t.look(`${way}: the stream then`, stream);
});
scenarios['empty append to an existing stream'] = bothWays(async (t, client, stream, way) => {
  await client.appendToStream(stream, t.events(2));
  await t.step(`${way}: any`, () => client.appendToStream(stream, []));
  await t.step(`${way}: no stream`, () => client.appendToStream(stream, [], { expectedRevision: NO_STREAM }));
  await t.step(`${way}: stream exists`, () =>
    client.appendToStream(stream, [], { expectedRevision: STREAM_EXISTS }),
  );
  await t.step(`${way}: exact`, () => client.appendToStream(stream, [], { expectedRevision: 1n }));
  await t.step(`${way}: wrong`, () => client.appendToStream(stream, [], { expectedRevision: 0n }));
  await t.look(`${way}: the stream then`, stream);
});
scenarios['empty append to a deleted and a tombstoned stream'] = bothWays(async (t, client, stream, way) => {
  await client.appendToStream(stream, t.events(2));
  await client.deleteStream(stream);
  await t.step(`${way}: deleted`, () => client.appendToStream(stream, []));
  await t.look(`${way}: the stream then`, stream);
  await client.appendToStream(`${stream}-t`, t.events(2));
  await client.tombstoneStream(`${stream}-t`);
  await t.step(`${way}: tombstoned`, () => client.appendToStream(`${stream}-t`, []));
});
scenarios['contents: JSON of all kinds'] = kept((t) =>
  [{}, { a: [1, 'ü', null] }, [], 'text', 7, null, true].map((data) => t.event('Json', { data })),
);
scenarios['contents: no data and no type, by raw appends'] = async (t) => {
  const cases = {
    'no data': { data: null },
    'empty data': { data: '' },
    'empty type': { type: '' },
    'no type': { type: null },
    'no content type': { contentType: null },
    'empty content type': { contentType: '' },
    'another content type': { contentType: 'text/plain' },
    'content type with a charset': { contentType: 'application/json; charset=utf-8' },
    'content type in capitals': { contentType: 'Application/JSON' },
    'JSON that is none': { data: '{"a":' },
    'more keys': { more: { other: 'value', created: '1', 'content-encoding': 'x' } },
    'a type of blanks': { type: '  ' },
  };
  for (const [label, event] of Object.entries(cases)) {
    const stream = t.stream(label.replaceAll(' ', '-'));
    await t.step(`${label}: append`, () =>
      append(t, [appendOptions({ stream }), appendEvent({ id: t.id(), ...event })]),
    );
    await t.step(`${label}: batch`, () =>
      batchAppend(t, [batch({ correlation: t.id(), stream, events: [{ id: t.id(), ...event }] })]),
    );
    await t.step(`${label}: read`, () => t.read(stream));
  }
};
scenarios['contents: ids of all forms, by raw appends'] = async (t) => {
  const upper = t.id();
  const halves = t.id();
  const cases = {
    'text in capitals': upper.toUpperCase(),
    structured: structuredUuid(halves),
    'the nil id': '00000000-0000-0000-0000-000000000000',
    'without hyphens': 'b75a6ae1c7f24e4f9a4e3cfae6e0d7a1',
    braces: '{b75a6ae1-c7f2-4e4f-9a4e-3cfae6e0d7a2}',
    'no id at all': null,
    'empty text': '',
    'no uuid': 'order-1',
    'all ones': 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  };
  for (const [label, id] of Object.entries(cases)) {
    const stream = t.stream(label.replaceAll(' ', '-'));
    await t.step(`${label}: append`, () => append(t, [appendOptions({ stream }), appendEvent({ id })]));
    await t.step(`${label}: batch`, () =>
      batchAppend(t, [batch({ correlation: t.id(), stream: `${stream}-b`, events: [{ id }] })]),
    );
    await t.step(`${label}: read`, () => t.read(stream));
  }
};
scenarios['contents: the nil id twice'] = bothWays(async (t, client, stream, way) => {
  const id = '00000000-0000-0000-0000-000000000000';
  await t.step(`${way}: first`, () => client.appendToStream(stream, t.event('E', { id })));
  await t.step(`${way}: again`, () => client.appendToStream(stream, t.event('E', { id })));
});
scenarios['names: unicode'] = kept(
  (t) => t.events(2),
  (base) => `${base}-größe-注文-😀`,
);
scenarios['names: long'] = kept(
  (t) => t.events(2),
  (base) => `${base}-${'n'.repeat(900)}`,
);
scenarios['names: very long'] = kept(
  (t) => t.events(2),
  (base) => `${base}-${'n'.repeat(5000)}`,
);
scenarios['names: line break'] = kept(
  (t) => t.events(2),
  (base) => `${base}\nb`,
);
scenarios['names: nul'] = kept(
  (t) => t.events(2),
  (base) => `${base}\u0000b`,
);
scenarios['names: comma'] = kept(
  (t) => t.events(2),
  (base) => `${base},b`,
);
scenarios['names: decomposed letters'] = kept(
  (t) => t.events(2),
  (base) => `${base}-u\u0308`,
);
scenarios['names: at'] = kept(
  (t) => t.events(2),
  (base) => `0@${base}`,
);
scenarios['names: a system stream'] = kept(
  (t) => t.events(2),
  (stream) => `$${stream}`,
);
scenarios['names: a metadata stream with events that are no metadata'] = kept(
  (t) => t.events(2),
  (stream) => `$$${stream}`,
);
scenarios['names: metadata of a system stream'] = kept(
  (t) => t.events(1),
  (stream) => `$$$${stream}`,
);
scenarios['names: bytes that are no UTF-8'] = async (t) => {
  const stream = Buffer.concat([Buffer.from(t.stream()), Buffer.from([0xff, 0xfe])]);
  await t.step('append', () => append(t, [appendOptions({ stream }), appendEvent({ id: t.id() })]));
  await t.step('read', () => t.read(`${t.stream()}\ufffd\ufffd`));
};
const sized = (make) =>
  bothWays(async (t, client, stream, way) => {
    await t.step(`${way}: append`, () => client.appendToStream(stream, make(t)));
    await t.step(`${way}: read`, async () =>
      (await t.read(stream)).map(({ event }) => [
        event.revision,
        event.data?.length ?? 'json',
        event.metadata?.length ?? 'no metadata',
      ]),
    );
  });
const zeros = (bytes) => new Uint8Array(bytes);
scenarios['sizes: data of the maximum'] = sized((t) => t.binary('Big', zeros(MAX)));
scenarios['sizes: events that are together over the maximum'] = sized((t) =>
  Array.from({ length: 5 }, () => t.binary('Big', zeros(MAX / 4))),
);
scenarios['sizes: data and metadata that are together over the maximum'] = sized((t) =>
  t.binary('Big', zeros(MAX - 100), Buffer.alloc(200)),
);
scenarios['sizes: much more than a message may carry'] = sized((t) => t.binary('Big', zeros(5 * MAX)));
scenarios['sizes: more than any message may carry'] = sized((t) => t.binary('Big', zeros(18 * MAX)));
scenarios['sizes: a refused append leaves the connection usable'] = bothWays(
  async (t, client, stream, way) => {
    const answers = await Promise.all(
      [
        client.appendToStream(`${stream}-1`, t.event()),
        client.appendToStream(`${stream}-2`, t.binary('Big', zeros(MAX + 1))),
        client.appendToStream(`${stream}-3`, t.event()),
      ].map((answer) =>
        answer.then(
          () => 'written',
          (error) => error.constructor.name,
        ),
      ),
    );
    t.note(`${way}: answers`, answers);
    await t.step(`${way}: one more`, () => client.appendToStream(stream, t.event()));
  },
);
