import { randomBytes, randomUUID } from 'node:crypto';
import { fromProject } from './project.mjs';
import { bytesText, pair, position, rankPositions, shortText } from './text.mjs';
import { Watch } from './watch.mjs';

const esdb = fromProject('@eventstore/db-client');
const grpc = fromProject('@grpc/grpc-js');
const service = fromProject('@eventstore/db-client/generated/streams_grpc_pb.js');

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** Headers of the transport say nothing about the call. */
const TRANSPORT = new Set([
  'date',
  'server',
  'content-type',
  'content-length',
  'content-encoding',
  'grpc-status',
  'grpc-message',
  'grpc-accept-encoding',
  'grpc-encoding',
  'transfer-encoding',
  'kestrel',
  'vary',
]);
const CODES = Object.fromEntries(Object.entries(grpc.status).map(([name, code]) => [code, name]));

const STEP_MS = 8_000;
const LATE = Symbol('late');

/** What a scenario plays with: clients, fresh names and a log of what was answered. */
export class Context {
  constructor(address) {
    this.address = address;
    this.target = /^esdb:\/\/([^/?]+)/.exec(address)?.[1];
    if (!this.target || !/tls=false/i.test(address))
      throw new Error('Give an address like esdb://HOST:PORT?tls=false.');
    this.prefix = `kit${randomBytes(6).toString('hex')}`;
    this.log = [];
    this.ids = new Map();
    this.made = new Map();
    this.watches = [];
    this.over = false;
  }

  // ---- names and events

  /** A fresh stream; `~` stands for the prefix in the record. */
  stream(label = 'a') {
    return `${this.prefix}-${label}`;
  }

  /** The n-th id of the scenario. */
  id(name = `#${this.ids.size}`) {
    const id = randomUUID();
    this.ids.set(id, name);
    return id;
  }

  event(type = 'E', { data = { n: this.ids.size }, metadata, id = this.id() } = {}) {
    return esdb.jsonEvent({ id, type, data, metadata });
  }

  binary(type, data, metadata, id = this.id()) {
    return esdb.binaryEvent({ id, type, data, metadata });
  }

  events(count, type = 'E') {
    return Array.from({ length: count }, () => this.event(type));
  }

  // ---- clients

  /** The genuine client: appends go over BatchAppend where the server supports it. */
  get client() {
    return this.make('client', () => esdb.EventStoreDBClient.connectionString(this.address));
  }

  /** The genuine client with appends over Append. */
  get plain() {
    return this.make('plain', () => {
      const client = esdb.EventStoreDBClient.connectionString(this.address);
      client.supports = async () => false;
      return client;
    });
  }

  /** Conflicts are answers instead of errors. */
  get lenient() {
    return this.make('lenient', () =>
      esdb.EventStoreDBClient.connectionString(`${this.address}&throwOnAppendFailure=false`),
    );
  }

  get lenientPlain() {
    return this.make('lenientPlain', () => {
      const client = esdb.EventStoreDBClient.connectionString(`${this.address}&throwOnAppendFailure=false`);
      client.supports = async () => false;
      return client;
    });
  }

  /** A bare gRPC client of the Streams service, or of the one that is given. */
  raw(Client = service.StreamsClient) {
    return this.make(
      Client,
      () =>
        new Client(this.target, grpc.credentials.createInsecure(), {
          'grpc.max_receive_message_length': 17 * 1024 * 1024,
        }),
    );
  }

  make(key, build) {
    if (!this.made.has(key)) this.made.set(key, build());
    return this.made.get(key);
  }

  // ---- the record

  /** Does it and records the answer or the error; gives the answer back, or undefined. */
  async step(label, action) {
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(resolve, STEP_MS, LATE);
    });
    try {
      const value = await Promise.race([action(), late]);
      this.note(label, value === LATE ? `no answer in ${STEP_MS / 1000} s` : value);
      return value === LATE ? undefined : value;
    } catch (error) {
      this.note(label, error);
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Records what was seen. */
  note(label, value) {
    if (!this.over) this.log.push([label, this.normal(value)]);
  }

  normal(value) {
    if (value === undefined) return 'nothing';
    if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
    if (typeof value === 'bigint') return value.toString();
    if (typeof value === 'string') return shortText(this.text(value));
    if (value instanceof Error) return this.errorText(value);
    if (value instanceof Uint8Array) return this.text(bytesText(value));
    if (Array.isArray(value)) return value.map((item) => this.normal(item));
    if (isResolved(value)) return this.text(this.resolvedText(value));
    if (isAppendResult(value)) return this.text(appendText(value));
    if (isPosition(value)) return pair(value);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [
          this.text(key),
          key === 'metastreamRevision' ? position(item) : this.normal(item),
        ]),
    );
  }

  text(text) {
    return text.replaceAll(this.prefix, '~').replace(UUID, (id) => this.ids.get(id.toLowerCase()) ?? 'uuid');
  }

  /** A name, however long it is. */
  part(name) {
    return shortText(name.replaceAll(this.prefix, '~'));
  }

  mine(...names) {
    return names.some((name) => name?.includes(this.prefix));
  }

  resolvedText({ event, link, commitPosition }) {
    const parts = [event ? this.recordText(event) : 'no event'];
    if (link) parts.push(`by link ${this.recordText(link)}`);
    const own = (link ?? event)?.position;
    if (own && commitPosition !== own.commit) parts.push(`commit ${position(commitPosition)}`);
    return parts.join(' ');
  }

  recordText({ streamId, revision, type, id, data, metadata, isJson, position: at, created }) {
    const body = data instanceof Uint8Array ? bytesText(data) : JSON.stringify(data);
    const meta =
      metadata === undefined
        ? ''
        : ` meta=${metadata instanceof Uint8Array ? bytesText(metadata) : JSON.stringify(metadata)}`;
    const age = Math.abs(Date.now() - created.getTime());
    return `${this.part(streamId)}@${revision} ${shortText(type) || '(no type)'} ${id} ${isJson ? 'json' : 'binary'} ${shortText(body)}${meta} ${pair(at)}${
      age > 600_000 ? ' created at another time' : ''
    }`;
  }

  errorText(error) {
    const known = error?.type !== undefined && error?.constructor?.name?.endsWith('Error');
    const grpcCode = error?.code;
    const parts = [
      known
        ? error.constructor.name
        : typeof grpcCode === 'number'
          ? 'gRPC'
          : (error?.constructor?.name ?? 'thrown'),
    ];
    if (typeof grpcCode === 'number') parts.push(CODES[grpcCode] ?? `code ${grpcCode}`);
    for (const field of [
      'streamName',
      'expectedVersion',
      'actualVersion',
      'maxAppendSize',
      'requiredMetadataProperties',
      'groupName',
      'LoginName',
      'scavengeId',
      'feature',
    ]) {
      if (error?.[field] !== undefined) parts.push(`${field}=${this.part(nameText(error[field]))}`);
    }
    const trailers = (error?._raw?.metadata ?? error?.metadata)?.getMap?.() ?? {};
    for (const key of Object.keys(trailers).sort()) {
      if (!TRANSPORT.has(key)) parts.push(`[${key}: ${this.part(String(trailers[key]))}]`);
    }
    if (!known && typeof grpcCode !== 'number') parts.push(String(error?.message ?? error));
    return this.text(`! ${parts.join(' ')}`);
  }

  // ---- calls that scenarios make all the time

  async read(stream, options = {}, client = this.client) {
    const events = [];
    for await (const event of client.readStream(stream, options)) events.push(event);
    return events;
  }

  /** Of the whole log only what the scenario wrote itself. */
  async readAll(options = {}, client = this.client) {
    const events = [];
    for await (const event of client.readAll(options)) {
      if (this.mine(event.event?.streamId, event.link?.streamId)) events.push(event);
    }
    return events;
  }

  /** Stream and state in few words. */
  async look(label, stream) {
    await this.step(label, async () => {
      const events = await this.read(stream);
      return events.map(({ event }) => `${event.revision} ${event.type} ${event.id}`);
    });
  }

  /** A call of the raw client with one answer. */
  unary(method, request, { client = this.raw(), metadata = new grpc.Metadata(), ...options } = {}) {
    return new Promise((resolve, reject) => {
      client[method](request, metadata, { deadline: Date.now() + 10_000, ...options }, (error, response) =>
        error ? reject(error) : resolve(response),
      );
    });
  }

  /** A Read of the raw client, message by message. */
  watch(request, options = {}) {
    const watch = new Watch(this, this.raw().read(request, options));
    this.watches.push(watch);
    return watch;
  }

  /** A subscription of the genuine client. */
  follow(subscription) {
    const watch = Watch.ofClient(this, subscription);
    this.watches.push(watch);
    return watch;
  }

  async close() {
    this.over = true;
    for (const watch of this.watches) await watch.stop().catch(() => {});
    for (const client of this.made.values()) {
      if (client instanceof grpc.Client) client.close();
      else {
        await Promise.race([client.dispose(), new Promise((resolve) => setTimeout(resolve, 500))]).catch(
          () => {},
        );
        await client
          .getChannel()
          .then((channel) => channel.close())
          .catch(() => {});
      }
    }
  }

  result() {
    return rankPositions(this.log);
  }
}

function isResolved(value) {
  return value.event?.streamId !== undefined || value.link?.streamId !== undefined;
}

function isAppendResult(value) {
  return 'success' in value && 'nextExpectedRevision' in value;
}

function isPosition(value) {
  return 'commit' in value && 'prepare' in value;
}

function appendText({ success, nextExpectedRevision, position: at }) {
  return `${success ? 'written' : 'refused'}, revision ${nextExpectedRevision} ${at ? `at ${pair(at)}` : 'nowhere'}`;
}

function nameText(value) {
  if (Array.isArray(value)) return [...value].sort().join('+');
  return value instanceof Uint8Array ? Buffer.from(value).toString() : String(value);
}
