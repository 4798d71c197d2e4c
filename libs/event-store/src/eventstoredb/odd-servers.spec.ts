import shared from '@eventstore/db-client/generated/shared_pb.js';
import { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { positionAt } from '../position.js';
import { collect, collectFollowed, jsonEvent, jsonEvents, newPrefix } from '../testing/events.js';
import { type FakeServer, fakeServerOf } from '../testing/fake-server.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

let test: TestNode;
beforeAll(async () => {
  test = await testNode();
});
afterAll(() => test.close());

let server: FakeServer;
let store: EventStoreDbEventStore;
afterEach(async () => {
  await store.close();
  server.close();
});

/** Connects `store` to a node on which some calls behave in a way of their own. */
async function connectTo(
  oddly: (genuine: IStreamsServer) => IStreamsServer,
  timeoutMs?: number,
): Promise<void> {
  server = await fakeServerOf(test.store, oddly);
  store = new EventStoreDbEventStore(`esdb://127.0.0.1:${server.port}?tls=false`, timeoutMs);
}

/** Writes like the genuine call, and answers what the test makes of the answer. */
function withAnswer(genuine: IStreamsServer, change: (answer: streams.AppendResp) => void): IStreamsServer {
  return {
    ...genuine,
    append: (call, callback) =>
      genuine.append(call, (error, answer) => {
        if (answer) change(answer);
        callback(error, answer);
      }),
  };
}

it('appends by the call that has a deadline, also where the server offers the one that has none', async () => {
  const calls: string[] = [];
  await connectTo((genuine) => ({
    ...genuine,
    append: (call, callback) => {
      calls.push('append');
      genuine.append(call, callback);
    },
    batchAppend: (call) => {
      calls.push('batchAppend');
      genuine.batchAppend(call);
    },
  }));
  await Promise.all(jsonEvents(3).map((event) => store.append(newPrefix(), 'no-stream', [event])));
  expect(calls).toEqual(['append', 'append', 'append']);
});

it('finds its own events when the server takes a repetition for a conflict', async () => {
  const stream = newPrefix();
  await connectTo((genuine) =>
    withAnswer(genuine, (answer) =>
      answer.setWrongExpectedVersion(
        new streams.AppendResp.WrongExpectedVersion().setExpectedRevision('0').setCurrentRevision('2'),
      ),
    ),
  );
  await test.store.append(stream, 'no-stream', [jsonEvent()]);
  const events = jsonEvents(2);
  const answer = {
    kind: 'appended',
    revision: 2,
    position: positionAt((await test.store.lastPosition())!.commit + 2n),
  };
  expect(await store.append(stream, 0, events)).toEqual(answer);
  expect(await store.append(stream, 0, jsonEvents(2))).toEqual({ kind: 'conflict', actual: 2 });
});

it('looks for the position when the server does not say it', async () => {
  const stream = newPrefix();
  await connectTo((genuine) =>
    withAnswer(genuine, (answer) => answer.getSuccess()?.setNoPosition(new shared.Empty())),
  );
  const answer = await store.append(stream, 'no-stream', jsonEvents(2));
  expect(answer).toEqual({ kind: 'appended', revision: 1, position: await test.store.lastPosition() });
});

it('asks again for a subscription that was not confirmed', async () => {
  const prefix = newPrefix();
  let calls = 0;
  const silentAtFirst = (genuine: IStreamsServer): IStreamsServer => ({
    ...genuine,
    read: (call) => {
      if (calls++ > 0) genuine.read(call);
    },
  });
  await connectTo(silentAtFirst, 300);
  await test.store.append(prefix, 'no-stream', [jsonEvent()]);
  const { events } = await collectFollowed(store, { streamPrefixes: [prefix] }, ({ length }) => length === 1);
  expect(events).toHaveLength(1);
  expect(calls).toBeGreaterThan(1);
});

it('takes up a subscription that the server ended in good order', async () => {
  const prefix = newPrefix();
  let calls = 0;
  await connectTo((genuine) => ({
    ...genuine,
    read: (call) => {
      genuine.read(call);
      if (calls++ === 0) setImmediate(() => call.end());
    },
  }));
  const following = collectFollowed(store, { streamPrefixes: [prefix] }, ({ length }) => length === 1);
  await test.store.append(prefix, 'no-stream', [jsonEvent()]);
  expect((await following).events).toHaveLength(1);
});

it('reads what others have written byte by byte, be it JSON or not', async () => {
  await connectTo((genuine) => genuine);
  const stream = newPrefix();
  const foreign = ['{"a" : 1.0}', '', '{', '\u0000'].map((data) => ({
    ...jsonEvent(),
    data: Buffer.from(data),
    metadata: Buffer.from('no JSON'),
  }));
  await test.store.append(stream, 'no-stream', foreign);
  const { events } = await collectFollowed(store, { streamPrefixes: [stream] }, ({ length }) => length === 4);
  expect(events).toMatchObject(foreign);
});

it('passes on what is no matter of the connection', async () => {
  await connectTo((genuine) => ({
    ...genuine,
    read: (call) => void call.emit('error', { code: 3, details: 'No such position' }),
  }));
  const refused = { code: 3 };
  await expect(collect(store.readStream('any'))).rejects.toMatchObject(refused);
  await expect(collectFollowed(store, { streamPrefixes: [''] }, () => true)).rejects.toMatchObject(refused);
});
