import { randomUUID } from 'node:crypto';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { type IStreamsServer } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type EventStoreStatus, EventStoreUnavailable } from '../event-store.port.js';
import { positionAt } from '../position.js';
import { collect, collectFollowed } from '../testing/events.js';
import { type FakeServer, fakeServer } from '../testing/fake-server.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

describe('a subscription of EventStoreDbEventStore', () => {
  const { ReadResp } = streams;
  const highest = 2n ** 64n - 1n;
  const message = {
    confirmed: () => new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation()),
    caughtUp: () => new ReadResp().setCaughtUp(new ReadResp.CaughtUp()),
    checkpoint: (commit: bigint, prepare: bigint) =>
      new ReadResp().setCheckpoint(
        new ReadResp.Checkpoint().setCommitPosition(`${commit}`).setPreparePosition(`${prepare}`),
      ),
    event: (at: bigint) => {
      const event = new ReadResp.ReadEvent.RecordedEvent()
        .setId(new shared.UUID().setString(randomUUID()))
        .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from('a').toString('base64')))
        .setStreamRevision('0')
        .setCommitPosition(`${at}`)
        .setPreparePosition(`${at}`);
      return new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(event));
    },
  };
  let server: FakeServer;
  let store: EventStoreDbEventStore;
  afterEach(async () => {
    await store.close();
    server.close();
  });

  /** Plays one script per subscription, and notes where each was to begin; the end of the log is far away. */
  async function play(...scripts: streams.ReadResp[][]): Promise<string[]> {
    const begun: string[] = [];
    const read: IStreamsServer['read'] = (call) => {
      if (!call.request.getOptions()?.hasSubscription()) {
        call.write(message.event(1_000n));
        call.end();
        return;
      }
      const from = call.request.getOptions()?.getAll()?.getPosition();
      begun.push(from ? `${from.getCommitPosition()}/${from.getPreparePosition()}` : 'start');
      for (const response of scripts.shift() ?? []) call.write(response);
      if (scripts.length > 0) call.end();
    };
    const none = () => {};
    server = await fakeServer({ read, append: none, batchAppend: none, delete: none, tombstone: none });
    store = new EventStoreDbEventStore(`esdb://127.0.0.1:${server.port}?tls=false`);
    return begun;
  }

  it('takes the highest position for "nothing yet", on a log without a match', async () => {
    await play([message.confirmed(), message.checkpoint(highest, highest), message.caughtUp()]);
    const { batches } = await collectFollowed(
      store,
      { streamPrefixes: ['a'] },
      (_, { caughtUp }) => caughtUp,
    );
    expect(batches.at(-1)).toEqual({ events: [], position: undefined, caughtUp: true });
  });

  it('keeps both halves of a checkpoint, goes on from it, and takes the event that stands there', async () => {
    const begun = await play(
      [message.confirmed(), message.event(7n), message.checkpoint(90n, 0n)],
      [message.confirmed(), message.event(90n), message.caughtUp(), message.caughtUp()],
    );
    const { events, batches } = await collectFollowed(
      store,
      { after: positionAt(3n), streamPrefixes: ['a'] },
      (_, { caughtUp }) => caughtUp,
    );
    expect(begun).toEqual(['3/3', '90/0']);
    expect(batches.map(({ position }) => position)).toContainEqual({ commit: 90n, prepare: 0n });
    expect(events.map(({ position }) => position.commit)).toEqual([7n, 90n]);
    expect(batches.at(-1)?.position).toEqual(positionAt(90n));
  });

  it('gives an event at a checkpoint that came before it, and none twice', async () => {
    await play([
      message.confirmed(),
      message.checkpoint(90n, 90n),
      message.event(90n),
      message.event(90n),
      message.checkpoint(40n, 0n),
      message.caughtUp(),
    ]);
    const { events, batches } = await collectFollowed(
      store,
      { streamPrefixes: ['a'] },
      (_, { caughtUp }) => caughtUp,
    );
    expect(events).toHaveLength(1);
    expect(batches.at(-1)?.position).toEqual(positionAt(90n));
  });

  it('asks before each connection is used, when it can be used, and ends with what it is told', async () => {
    await play([message.confirmed(), message.event(7n)], [message.confirmed()]);
    const asked: EventStoreStatus[] = [];
    const reset = new Error('The log is another one.');
    const beforeConnecting = () => {
      asked.push(store.status);
      return asked.length < 2 ? Promise.resolve() : Promise.reject(reset);
    };
    const { signal } = new AbortController();
    await expect(collect(store.subscribe({ streamPrefixes: ['a'], beforeConnecting, signal }))).rejects.toBe(
      reset,
    );
    expect(asked.map(({ connections }) => connections)).toEqual([1, 1]);
  });

  it('asks again after an answer that may pass', async () => {
    const begun = await play([message.confirmed(), message.event(7n)]);
    let asked = 0;
    const beforeConnecting = () =>
      ++asked === 1 ? Promise.reject(new EventStoreUnavailable('away')) : Promise.resolve();
    const stop = new AbortController();
    for await (const { events } of store.subscribe({
      streamPrefixes: ['a'],
      beforeConnecting,
      signal: stop.signal,
    }))
      if (events.length === 1) stop.abort();
    expect([asked, begun.length]).toEqual([2, 1]);
  });
});
