import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreLoginRefused, EventStoreRightMissing } from '../event-store.port.js';
import { type FakeUser, withAccessControl } from '../testing/access-control.js';
import { certificateOf, secured } from '../testing/certificate.js';
import { collect, jsonEvent, newPrefix } from '../testing/events.js';
import { type FakeServer, fakeServerOf } from '../testing/fake-server.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

const PASSWORD = 'se:cr@t';

describe('EventStoreDbEventStore as a user', () => {
  let test: TestNode;
  let folder: string;
  let server: FakeServer;
  const users: Record<string, FakeUser> = {};
  beforeAll(async () => {
    test = await testNode();
    folder = await mkdtemp(join(tmpdir(), 'orders-rights-'));
    const certificate = await certificateOf('localhost');
    await writeFile(join(folder, 'ca.pem'), certificate.cert);
    server = await fakeServerOf(
      test.store,
      (calls) => withAccessControl(calls, users),
      secured(certificate, certificate),
    );
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
    await test.close();
  });

  let store: EventStoreDbEventStore;
  let prefix: string;
  const open = (login = `orders-app:${encodeURIComponent(PASSWORD)}@`) =>
    new EventStoreDbEventStore(`esdb://${login}localhost:${server.port}?tlsCAFile=${folder}/ca.pem`);
  beforeEach(() => {
    users['orders-app'] = { password: PASSWORD, rights: ['read $all', 'read', 'write'] };
    store = open();
    prefix = newPrefix();
  });
  afterEach(() => store.close());

  it('tries its rights without writing', async () => {
    const before = await test.store.lastPosition();
    await store.tryRights(`${prefix}probe`);
    expect(await test.store.lastPosition()).toEqual(before);
  });

  it.each([
    [
      'read $all',
      (probe: string) => store.readAll({ streamPrefixes: [probe] }),
      'read $all: name the user in readRoles of the metadata of $all',
    ],
    [
      'read',
      (probe: string) => store.readStream(probe),
      'read PROBE: name the user in "$r" of $userStreamAcl',
    ],
  ] as const)('names the right to %s where it is missing', async (right, read, sentence) => {
    users['orders-app']!.rights = users['orders-app']!.rights.filter((other) => other !== right);
    const probe = `${prefix}probe`;
    for (const work of [() => store.tryRights(probe), () => collect(read(probe))]) {
      const failure: unknown = await work().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(EventStoreRightMissing);
      expect((failure as Error).message).toContain('does not let the user "orders-app"');
      expect((failure as Error).message).toContain(sentence.replace('PROBE', probe));
    }
  });

  it('names the right to write where it is missing', async () => {
    users['orders-app']!.rights = ['read $all', 'read'];
    const denied = /does not let the user "orders-app" write .*: name the user in "\$w" of \$userStreamAcl/;
    await expect(store.tryRights(`${prefix}probe`)).rejects.toThrow(denied);
    await expect(store.append(`${prefix}1`, 'no-stream', [jsonEvent()])).rejects.toThrow(denied);
  });

  it('says in a sentence whose login is refused where, and never the password', async () => {
    users['orders-app']!.password = 'another';
    const calls = [
      () => store.tryRights(`${prefix}probe`),
      () => store.append(`${prefix}1`, 'no-stream', [jsonEvent()]),
      () => collect(store.readStream(`${prefix}1`)),
      () => store.check(),
    ];
    for (const call of calls) {
      const failure: unknown = await call().catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(EventStoreLoginRefused);
      expect((failure as Error).message).toBe(
        `EventStoreDB at localhost:${server.port} refuses the user "orders-app": set EVENT_STORE to a user and password that it knows.`,
      );
    }
    const nobody = open('');
    await expect(nobody.lastPosition()).rejects.toThrow('refuses a call without a login');
    await nobody.close();
  });

  it('goes on trying to follow, says why once, and is well again by itself', async () => {
    users['orders-app']!.password = 'another';
    const stop = new AbortController();
    const troubles: (string | undefined)[] = [];
    const onTrouble = (trouble?: Error) => {
      troubles.push(trouble?.message);
      if (trouble instanceof EventStoreLoginRefused)
        setImmediate(() => (users['orders-app'] = { password: PASSWORD, rights: [] }));
      if (trouble instanceof EventStoreRightMissing) users['orders-app']!.rights.push('read $all');
      if (!trouble) stop.abort();
    };
    await collect(store.subscribe({ streamPrefixes: [prefix], onTrouble, signal: stop.signal }));
    expect(troubles).toEqual([
      expect.stringContaining('refuses the user "orders-app"'),
      expect.stringContaining('does not let the user "orders-app" read $all'),
      undefined,
    ]);
    await store.lastPosition();
  });
});
