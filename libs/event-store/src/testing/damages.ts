import { randomUUID } from 'node:crypto';
import { type NewEvent } from '../event-store.port.js';
import { metadataStream } from '../history.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { type Damage } from '../stream-damaged.js';

type Store = Pick<ServedEventStore, 'write' | 'deleteStream' | 'tombstoneStream'>;

/** What may happen to a stream behind this system's back. */
export interface StreamDamage {
  readonly what: string;
  readonly damage: Damage;
  /** Whether the stream is whole again once its metadata are taken away. */
  readonly curable: boolean;
  do(store: Store, stream: string): Promise<unknown>;
}

const foreign = (event: Partial<NewEvent>): NewEvent => ({
  id: randomUUID(),
  type: 'SomeoneElse',
  contentType: 'application/json',
  data: Buffer.from('{"of":"somebody"}'),
  metadata: Buffer.alloc(0),
  ...event,
});

/** Sets a stream's metadata, as an operator does; none takes all settings away. */
export const setMetadata = (store: Pick<Store, 'write'>, stream: string, metadata: object = {}) =>
  store.write(metadataStream(stream), 'any', [
    foreign({ type: '$metadata', data: Buffer.from(JSON.stringify(metadata)) }),
  ]);

const appended = (what: string, event: Partial<NewEvent>): StreamDamage => ({
  what,
  damage: 'unreadable',
  curable: false,
  do: (store, stream) => store.write(stream, 'any', [foreign(event)]),
});

const hidden = (metadata: object): StreamDamage => ({
  what: `has metadata ${JSON.stringify(metadata)}`,
  damage: 'truncated',
  curable: true,
  do: (store, stream) => setMetadata(store, stream, metadata),
});

export const damages: readonly StreamDamage[] = [
  {
    what: 'is tombstoned',
    damage: 'tombstoned',
    curable: false,
    do: (store, stream) => store.tombstoneStream(stream, 'any'),
  },
  {
    what: 'is deleted',
    damage: 'truncated',
    curable: false,
    do: (store, stream) => store.deleteStream(stream, 'any'),
  },
  hidden({ $tb: 1 }),
  hidden({ $maxCount: 1 }),
  hidden({ $maxAge: 3600 }),
  appended('has an event of somebody else without metadata', {}),
  appended('has an event that is no JSON', {
    type: 'PictureTaken',
    contentType: 'application/octet-stream',
    data: Buffer.from([0, 255]),
  }),
  appended('has an event of a known type that says nothing', { type: 'OrderConfirmed' }),
  appended('has a link', { type: '$>', data: Buffer.from('0@elsewhere-1') }),
  appended('has an event with a null character in its type', { type: 'A\0B' }),
  appended('has an event with a null character in its metadata', {
    type: 'OrderConfirmed',
    metadata: Buffer.from(
      JSON.stringify({
        at: '2026-01-05T09:00:00Z',
        schemaVersion: 1,
        $correlationId: 'a\0b',
        $causationId: 'c',
      }),
    ),
  }),
];
