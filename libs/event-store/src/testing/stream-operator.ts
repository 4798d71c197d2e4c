import { EventStoreDBClient } from '@eventstore/db-client';
import { type ServedEventStore } from '../served-event-store.port.js';
import { jsonEvent } from './events.js';

/** What an operator does to streams behind the back of an event store. */
export interface StreamOperator {
  /** Hides the events that are there; the stream may begin again. */
  delete(stream: string): Promise<void>;
  /** Ends the stream for good. */
  tombstone(stream: string): Promise<void>;
  /** Hides the events before the revision. */
  truncate(stream: string, before: number): Promise<void>;
  close(): Promise<void>;
}

/** Works on a store whose streams all begin with `prefix`. */
export const operatorOf = (store: ServedEventStore, prefix = ''): StreamOperator => ({
  async delete(stream) {
    await store.deleteStream(`${prefix}${stream}`, 'any');
  },
  async tombstone(stream) {
    await store.tombstoneStream(`${prefix}${stream}`, 'any');
  },
  async truncate(stream, before) {
    const metadata = { ...jsonEvent({ $tb: before }), type: '$metadata' };
    await store.write(`$$${prefix}${stream}`, 'any', [metadata]);
  },
  close: () => Promise.resolve(),
});

/** Works by the official client, on streams that all begin with `prefix`. */
export function operatorAt(address: string, prefix = ''): StreamOperator {
  const client = EventStoreDBClient.connectionString(address.replace(/^kurrentdb/, 'esdb'));
  return {
    async delete(stream) {
      await client.deleteStream(`${prefix}${stream}`);
    },
    async tombstone(stream) {
      await client.tombstoneStream(`${prefix}${stream}`);
    },
    async truncate(stream, before) {
      await client.setStreamMetadata(`${prefix}${stream}`, { truncateBefore: before });
    },
    close: () => client.dispose(),
  };
}
