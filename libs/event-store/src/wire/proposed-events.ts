import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type NewEvent } from '../event-store.port.js';
import { InvalidRequest, unknownRequest } from './invalid-request.js';
import { fromUuid } from './uuid.js';

export type ProposedMessage = streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage;

/** What EventStoreDB takes in one append unless its operator says otherwise. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/** The events of one append, gathered from its messages. */
export class ProposedEvents {
  readonly events: NewEvent[] = [];
  private bytes = 0;

  /** Throws InvalidRequest for what EventStoreDB would refuse as well. */
  add(message: ProposedMessage): void {
    const data = Buffer.from(message.getData_asU8());
    this.bytes += data.length;
    if (this.bytes > MAX_APPEND_BYTES) throw new AppendTooLarge();
    const type = property(message, 'type');
    const contentType = property(message, 'content-type');
    if (type === '') throw unknownRequest('An event has an empty type.');
    this.events.push({
      id: fromUuid(message.getId()),
      type,
      contentType: contentType === 'application/json' ? contentType : 'application/octet-stream',
      data,
      metadata: Buffer.from(message.getCustomMetadata_asU8()),
    });
  }
}

export class AppendTooLarge extends InvalidRequest {
  constructor() {
    super(`Maximum Append Size of ${MAX_APPEND_BYTES} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': MAX_APPEND_BYTES.toString(),
    });
  }
}

function property(message: ProposedMessage, name: 'type' | 'content-type'): string {
  const value = message.getMetadataMap().get(name);
  if (value !== undefined) return value;
  throw new InvalidRequest(`Required Metadata Property '${name}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  });
}
