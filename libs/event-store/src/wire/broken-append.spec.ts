import { promisify } from 'node:util';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import service from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { until } from '@app/workers/testing';
import { jsonEvent, newPrefix } from '../testing/events.js';
import { tcpProxy } from '../testing/tcp-proxy.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { ProposedEvents } from './proposed-events.js';
import { toUuid } from './uuid.js';

let test: TestNode;
beforeAll(async () => {
  test = await testNode();
});
afterAll(() => test.close());

const options = (stream: string): streams.AppendReq =>
  new streams.AppendReq().setOptions(
    new streams.AppendReq.Options()
      .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
      .setNoStream(new shared.Empty()),
  );

function proposed(): streams.AppendReq {
  const { id, data } = jsonEvent();
  const message = new streams.AppendReq.ProposedMessage().setId(toUuid(id, true)).setData(data);
  message.getMetadataMap().set('type', 'Happened').set('content-type', 'application/json');
  return new streams.AppendReq().setProposedMessage(message);
}

it('writes nothing of an append whose connection breaks in the middle', async () => {
  const proxy = await tcpProxy(test.node.port);
  const prefix = newPrefix();
  const received = jest.spyOn(ProposedEvents.prototype, 'add');
  const rounds = Array.from({ length: 20 }, (_, round) => `${prefix}${round}`);
  for (const [round, stream] of rounds.entries()) {
    const client = new service.StreamsClient(`127.0.0.1:${proxy.port}`, credentials.createInsecure());
    const broken = new Promise((resolve) => {
      const call = client.append((error) => resolve(error));
      const write = promisify(
        call.write.bind(call) as (message: streams.AppendReq, done: () => void) => void,
      );
      void write(options(stream))
        .then(() => write(proposed()))
        .then(() => until('the server has it', () => received.mock.calls.length > round))
        .then(() => proxy.cut());
    });
    expect(await broken).toBeInstanceOf(Error);
    client.close();
  }
  await proxy.close();
  received.mockRestore();
  await test.store.append(`${prefix}whole`, 'no-stream', [jsonEvent()]);
  for (const stream of rounds) expect((await test.store.viewStream(stream)).state).toBe('missing');
});
