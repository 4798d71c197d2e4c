import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import features from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestNode, testNode } from '../testing/test-node.js';
import { serveEventStore } from './event-store-node.js';
import { toIdentifier } from './stream-name.js';
import { fromUuid } from './uuid.js';

let test: TestNode;
let address: string;
beforeAll(async () => {
  test = await testNode();
  address = `127.0.0.1:${test.node.port}`;
});
afterAll(() => test.close());

it('is found by discovery', async () => {
  const client = EventStoreDBClient.connectionString(`esdb+discover://${address}?tls=false`);
  const answer = await client.appendToStream('found', jsonEvent({ type: 'Happened', data: {} }));
  expect(answer.success).toBe(true);
  await client.dispose();
});

it('tells what it can do', async () => {
  const client = new features.ServerFeaturesClient(address, credentials.createInsecure());
  const supported = await new Promise<string[]>((resolve, reject) => {
    client.getSupportedMethods(new shared.Empty(), (error, answer) => {
      if (error) reject(error);
      else
        resolve(
          answer.getMethodsList().map((method) => `${method.getServiceName()}/${method.getMethodName()}`),
        );
    });
  });
  client.close();
  const service = 'event_store.client.streams.Streams';
  const methods = ['read', 'append', 'delete', 'tombstone', 'batchappend'];
  expect(supported.sort()).toEqual(methods.map((method) => `${service}/${method}`).sort());
});

it('gives ids in two halves to clients that want them so', async () => {
  const event = jsonEvent({ type: 'Happened', data: {} });
  await test.store.write('halves', 'any', [{ ...event, data: Buffer.from('{}'), metadata: Buffer.alloc(0) }]);
  const options = new streams.ReadReq.Options()
    .setStream(
      new streams.ReadReq.Options.StreamOptions()
        .setStreamIdentifier(toIdentifier('halves'))
        .setStart(new shared.Empty()),
    )
    .setCount('1')
    .setUuidOption(new streams.ReadReq.Options.UUIDOption().setStructured(new shared.Empty()))
    .setNoFilter(new shared.Empty());
  const client = new streamsService.StreamsClient(address, credentials.createInsecure());
  const ids: string[] = [];
  for await (const response of client.read(
    new streams.ReadReq().setOptions(options),
  ) as AsyncIterable<streams.ReadResp>) {
    const id = response.getEvent()?.getEvent()?.getId();
    expect(id?.hasStructured()).toBe(true);
    ids.push(fromUuid(id));
  }
  client.close();
  expect(ids).toEqual([event.id]);
});

it('says when its port is taken', async () => {
  await expect(serveEventStore(test.store, { host: '127.0.0.1', port: test.node.port })).rejects.toThrow(
    'EADDRINUSE',
  );
});
