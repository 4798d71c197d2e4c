import { randomUUID } from 'node:crypto';
import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestNode, testNode } from '../testing/test-node.js';

let test: TestNode;
let client: EventStoreDBClient;
beforeAll(async () => {
  test = await testNode();
  client = EventStoreDBClient.connectionString(test.node.connectionString);
});
afterAll(async () => {
  await client.dispose();
  await test.close();
});

it('resolves links where a reader wants it, as far as they point to something', async () => {
  const target = `target-${randomUUID()}`;
  const links = `links-${randomUUID()}`;
  await client.appendToStream(
    target,
    [1, 2].map((n) => jsonEvent({ type: 'Happened', data: { n } })),
  );
  const link = (text: string) => binaryEvent({ type: '$>', data: Buffer.from(text) });
  await client.appendToStream(links, [`1@${target}`, `7@${target}`, 'no link'].map(link));
  const read = async (resolveLinkTos: boolean) => {
    const seen: unknown[] = [];
    for await (const { event, link: by } of client.readStream(links, { resolveLinkTos }))
      seen.push([event?.streamId, event?.revision, by?.revision]);
    return seen;
  };
  expect(await read(true)).toEqual([
    [target, 1n, 0n],
    [undefined, undefined, 1n],
    [links, 2n, undefined],
  ]);
  expect(await read(false)).toEqual([0n, 1n, 2n].map((revision) => [links, revision, undefined]));
});
