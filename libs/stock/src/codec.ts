import { randomUUID } from 'node:crypto';
import { type NewEvent, type RecordedEvent } from '@app/event-store';
import { type Actor } from '@app/ordering';
import { type StockEvent } from './events.js';

/** Version of the events' shape. */
const schemaVersion = 1;

/** By whom and in which request a stock's event was caused; nobody where the system itself settles an order. */
export interface Causation {
  readonly actor?: Actor;
  readonly correlationId?: string;
}

export function encode({ type, at, data }: StockEvent, { actor, correlationId }: Causation): NewEvent {
  const metadata = { at, schemaVersion, $correlationId: correlationId, actor };
  return {
    id: randomUUID(),
    type,
    contentType: 'application/json',
    data: Buffer.from(JSON.stringify(data)),
    metadata: Buffer.from(JSON.stringify(metadata)),
  };
}

/** Reads a stored event; throws where this version of the software is older than the event. */
export function decode({ type, data, metadata, stream }: RecordedEvent): StockEvent {
  const stored = JSON.parse(metadata.toString()) as { at: string; schemaVersion: number };
  if (stored.schemaVersion > schemaVersion)
    throw new Error(
      `${stream} has events of schema version ${stored.schemaVersion}; this software reads ${schemaVersion}.`,
    );
  return { type, at: stored.at, data: JSON.parse(data.toString()) as unknown } as StockEvent;
}
