import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Metadata, ServerCredentials } from '@grpc/grpc-js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type GenerateResult } from 'selfsigned';
import { EventStoreUnavailable } from '../event-store.port.js';
import { certificateOf, secured } from '../testing/certificate.js';
import { collect, collectFollowed, jsonEvent, newPrefix } from '../testing/events.js';
import { type FakeServer, fakeServer } from '../testing/fake-server.js';
import { type TestNode, testNode } from '../testing/test-node.js';
import { streamsService } from '../wire/streams.service.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

describe('EventStoreDbEventStore over TLS', () => {
  let test: TestNode;
  let folder: string;
  let ours: GenerateResult;
  let foreign: GenerateResult;
  const file = (name: string) => join(folder, name);
  beforeAll(async () => {
    test = await testNode();
    folder = await mkdtemp(join(tmpdir(), 'orders-tls-'));
    [ours, foreign] = await Promise.all([certificateOf('localhost'), certificateOf('elsewhere.example')]);
    await writeFile(file('ca.pem'), ours.cert);
    await writeFile(file('foreign.pem'), foreign.cert);
    await writeFile(file('user.pem'), ours.clientcert!);
    await writeFile(file('user.key'), ours.clientprivate!);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await test.close();
  });

  let server: FakeServer;
  let authorizations: unknown[];
  let stores: EventStoreDbEventStore[];
  beforeEach(() => {
    authorizations = [];
    stores = [];
  });
  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    server.close();
  });

  /** A server that notes what every call is authorized with. */
  async function serve(credentials: ServerCredentials): Promise<number> {
    const noted =
      <Call extends { readonly metadata: Metadata }, Rest extends unknown[]>(
        handle: (call: Call, ...rest: Rest) => void,
      ) =>
      (call: Call, ...rest: Rest) => {
        authorizations.push(...call.metadata.get('authorization'));
        handle(call, ...rest);
      };
    const { read, append, ...others } = streamsService(test.store);
    server = await fakeServer({ ...others, read: noted(read), append: noted(append) }, credentials);
    return server.port;
  }

  const secure = (certificate: GenerateResult, clientsNeedCertificate = false) =>
    secured(certificate, ours, clientsNeedCertificate);

  function open(address: string): EventStoreDbEventStore {
    const store = new EventStoreDbEventStore(address);
    stores.push(store);
    return store;
  }

  it('sends user and password with every call to a server that it can trust', async () => {
    const port = await serve(secure(ours));
    const store = open(`esdb://ayu:se%3Acr%40t@localhost:${port}?tls=true&tlsCAFile=${file('ca.pem')}`);
    const stream = newPrefix();
    expect(await store.append(stream, 'no-stream', [jsonEvent()])).toMatchObject({ kind: 'appended' });
    expect(await collect(store.readStream(stream))).toHaveLength(1);
    await collectFollowed(store, { streamPrefixes: [stream] }, ({ length }) => length === 1);
    expect(authorizations).toEqual(Array(3).fill(`Basic ${Buffer.from('ayu:se:cr@t').toString('base64')}`));
  });

  it('shows a server that asks for it the certificate of its user', async () => {
    const port = await serve(secure(ours, true));
    const address = `esdb://localhost:${port}?tlsCAFile=${file('ca.pem')}`;
    const user = open(`${address}&userCertFile=${file('user.pem')}&userKeyFile=${file('user.key')}`);
    expect(await user.append(newPrefix(), 'no-stream', [jsonEvent()])).toMatchObject({ kind: 'appended' });
    await expect(open(address).lastPosition()).rejects.toBeInstanceOf(EventStoreUnavailable);
    expect(authorizations).toEqual([]);
  });

  const plain = () => ServerCredentials.createInsecure();
  it.each([
    [
      'an authority that it does not know',
      () => secure(ours),
      '?tlsCAFile=foreign.pem',
      /as tlsCAFile .*\(self-signed certificate\)/,
    ],
    ['an authority that nobody named', () => secure(ours), '', /as tlsCAFile .*\(self-signed certificate\)/],
    [
      'a certificate of another host',
      () => secure(foreign),
      '?tlsCAFile=foreign.pem',
      /name the host .*elsewhere\.example/,
    ],
    [
      'a server that asks for its own certificate',
      () => secure(ours, true),
      '?tlsCAFile=ca.pem',
      /userCertFile/,
    ],
    ['a server without TLS', plain, '?tlsCAFile=ca.pem', /add tls=false .*\(wrong version number\)/],
    [
      'a server with TLS, and has none',
      () => secure(ours),
      '?tls=false',
      /leave tls=false out .*\(Failed to connect\)/,
    ],
  ])(
    'turns away from %s, says what to do, and says it alike each time',
    async (_, credentials, options, reason) => {
      const port = await serve(credentials());
      const store = open(`esdb://ayu:secret@localhost:${port}${options.replace('File=', `File=${folder}/`)}`);
      const reasons = new Set<string>();
      const append = () => store.append(newPrefix(), 'no-stream', [jsonEvent()]);
      for (const call of [append, () => store.lastPosition()]) {
        const failure: unknown = await call().catch((error: unknown) => error);
        expect(failure).toBeInstanceOf(EventStoreUnavailable);
        reasons.add((failure as Error).message);
      }
      expect([...reasons]).toEqual([expect.stringMatching(reason)]);
      expect(authorizations).toEqual([]);
    },
  );

  it('keeps the password to itself where there is no TLS', async () => {
    const port = await serve(ServerCredentials.createInsecure());
    await expect(open(`esdb://ayu:secret@localhost:${port}`).lastPosition()).rejects.toBeInstanceOf(
      EventStoreUnavailable,
    );
    await open(`esdb://ayu:secret@localhost:${port}?tls=false`).lastPosition();
    expect(authorizations).toEqual([]);
  });
});
