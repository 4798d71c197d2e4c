import { batch, batchAppend } from '../../lib/requests.mjs';
export const scenarios = {};

scenarios['batch: all expectations are echoed'] = async (t) => {
  for (const expected of ['any', 'no_stream', 'stream_exists', '0', null]) {
    await t.step(`expecting ${expected}, no stream`, () =>
      batchAppend(t, [
        batch({
          correlation: t.id('c'),
          stream: t.stream(`x-${expected}`),
          expected,
          events: [{ id: t.id() }],
        }),
      ]),
    );
    await t.client.appendToStream(t.stream(`y-${expected}`), t.events(1));
    await t.step(`expecting ${expected}, one event`, () =>
      batchAppend(t, [
        batch({
          correlation: t.id('c'),
          stream: t.stream(`y-${expected}`),
          expected,
          events: [{ id: t.id() }],
        }),
      ]),
    );
    await t.step(`expecting ${expected}, two events or more`, () =>
      batchAppend(t, [
        batch({
          correlation: t.id('c'),
          stream: t.stream(`y-${expected}`),
          expected,
          events: [{ id: t.id() }],
        }),
      ]),
    );
  }
};
scenarios['batch: a deadline that has passed'] = async (t) => {
  await t.step('an hour ago', () =>
    batchAppend(t, [
      batch({
        correlation: t.id('c'),
        stream: t.stream(),
        deadline: new Date(Date.now() - 3_600_000),
        events: [{ id: t.id() }],
      }),
    ]),
  );
  await t.look('the stream then', t.stream());
};
scenarios['batch: no deadline, and one far away'] = async (t) => {
  await t.step('none', () =>
    batchAppend(t, [batch({ correlation: t.id('c'), stream: t.stream(), events: [{ id: t.id() }] })]),
  );
  await t.step('a day', () =>
    batchAppend(t, [
      batch({
        correlation: t.id('c'),
        stream: t.stream(),
        deadline: new Date(Date.now() + 86_400_000),
        events: [{ id: t.id() }],
      }),
    ]),
  );
  await t.step('a hundred years', () =>
    batchAppend(t, [
      batch({
        correlation: t.id('c'),
        stream: t.stream(),
        deadline: new Date(Date.now() + 100 * 365 * 86_400_000),
        events: [{ id: t.id() }],
      }),
    ]),
  );
};
scenarios['batch: parts that are final only at last'] = async (t) => {
  const [correlation, stream] = [t.id('c'), t.stream()];
  await t.step('three parts', () =>
    batchAppend(t, [
      batch({ correlation, stream, events: [{ id: t.id() }], final: false }),
      batch({ correlation, options: false, events: [{ id: t.id() }, { id: t.id() }], final: false }),
      batch({ correlation, options: false, events: [{ id: t.id() }] }),
    ]),
  );
  await t.look('the stream then', stream);
};
scenarios['batch: a part that is never final'] = async (t) => {
  await t.step('only the beginning, then another append', () =>
    batchAppend(t, [
      batch({ correlation: t.id('c'), stream: t.stream('x'), events: [{ id: t.id() }], final: false }),
      batch({ correlation: t.id('d'), stream: t.stream('y'), events: [{ id: t.id() }] }),
    ]),
  );
  await t.look('the first stream', t.stream('x'));
};
scenarios['batch: parts of two appends between each other'] = async (t) => {
  const [one, two] = [t.id('c'), t.id('d')];
  await t.step('answers', async () =>
    (
      await batchAppend(
        t,
        [
          batch({ correlation: one, stream: t.stream('x'), events: [{ id: t.id() }], final: false }),
          batch({ correlation: two, stream: t.stream('y'), events: [{ id: t.id() }], final: false }),
          batch({ correlation: one, options: false, events: [{ id: t.id() }] }),
          batch({ correlation: two, options: false, events: [{ id: t.id() }] }),
        ],
        { answers: 2 },
      )
    )
      .map(({ answer, revision: _, ...rest }) => answer ?? rest)
      .sort(),
  );
  await t.look('x', t.stream('x'));
  await t.look('y', t.stream('y'));
};
scenarios['batch: options in the last part only'] = async (t) => {
  const correlation = t.id('c');
  await t.step('answer', () =>
    batchAppend(t, [
      batch({ correlation, options: false, events: [{ id: t.id() }], final: false }),
      batch({ correlation, stream: t.stream(), events: [{ id: t.id() }] }),
    ]),
  );
  await t.look('the stream then', t.stream());
};
scenarios['batch: no options'] = async (t) => {
  await t.step('answer', () =>
    batchAppend(t, [batch({ correlation: t.id('c'), options: false, events: [{ id: t.id() }] })]),
  );
};
scenarios['batch: the same correlation id again on one call'] = async (t) => {
  const correlation = t.id('c');
  const [first, second] = [t.id(), t.id()];
  await t.step('answers', () =>
    batchAppend(
      t,
      [
        batch({ correlation, stream: t.stream(), events: [{ id: first }] }),
        batch({ correlation, stream: t.stream(), events: [{ id: second }] }),
      ],
      { answers: 2 },
    ).then((answers) => answers.map((answer) => answer.answer ?? answer)),
  );
  await t.look('the stream then', t.stream());
};
scenarios['batch: the call ends when the client is done'] = async (t) => {
  await t.step('one append, then the end', () =>
    batchAppend(t, [batch({ correlation: t.id('c'), stream: t.stream(), events: [{ id: t.id() }] })], {
      answers: 1,
      wait: 1500,
      end: true,
    }).then((answers) => answers.map((answer) => answer.answer ?? answer)),
  );
};
scenarios['batch: appends of one client to one stream keep their order'] = async (t) => {
  const ids = Array.from({ length: 20 }, () => t.id());
  await t.step('answers', async () => {
    const answers = await batchAppend(
      t,
      ids.map((id) => batch({ correlation: t.id(), stream: t.stream(), events: [{ id }] })),
      { answers: 20 },
    );
    return answers.map(({ revision }) => revision);
  });
  await t.look('the stream then', t.stream());
};
