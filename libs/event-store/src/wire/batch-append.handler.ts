import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleBidiStreamingCall } from '@grpc/grpc-js';
import { EventStoreUnavailable } from '../event-store.port.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { conflictStatus, toStatus } from './batch-status.js';
import { toExpectation } from './expectation.js';
import { InvalidRequest } from './invalid-request.js';
import { ProposedEvents } from './proposed-events.js';
import { toServiceError } from './service-error.js';
import { fromIdentifier } from './stream-name.js';
import { fromUuid } from './uuid.js';

/** Any number of appends on one call, answered as they are done; the correlation id ties parts and answer together. */
export function batchAppendHandler(
  store: ServedEventStore,
): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> {
  return (call) => {
    const incomplete = new Map<string, BatchedAppend>();
    const underWay = new Set<Promise<void>>();
    const finish = async (append: BatchedAppend) => {
      const response = await append.commit(store);
      if (!call.cancelled) call.write(response);
    };
    const gather = (request: streams.BatchAppendReq) => {
      const id = request.getCorrelationId();
      const key = fromUuid(id);
      const append = incomplete.get(key) ?? new BatchedAppend(id);
      incomplete.set(key, append);
      append.add(request);
      if (!request.getIsFinal()) return;
      incomplete.delete(key);
      const finished = finish(append).finally(() => underWay.delete(finished));
      underWay.add(finished);
    };
    call.on('data', (request: streams.BatchAppendReq) => {
      try {
        gather(request);
      } catch (error) {
        call.emit('error', toServiceError(error));
      }
    });
    call.on('error', () => incomplete.clear());
    call.on('end', () => void Promise.all(underWay).then(() => call.end()));
  };
}

class BatchedAppend {
  private options: streams.BatchAppendReq.Options | undefined;
  private readonly proposed = new ProposedEvents();
  private refusal: unknown;

  constructor(private readonly correlationId: shared.UUID | undefined) {}

  add(request: streams.BatchAppendReq): void {
    this.options ??= request.getOptions();
    try {
      if (!this.refusal) for (const message of request.getProposedMessagesList()) this.proposed.add(message);
    } catch (error) {
      this.refusal = error;
    }
  }

  async commit(store: ServedEventStore): Promise<streams.BatchAppendResp> {
    const response = new streams.BatchAppendResp()
      .setCorrelationId(this.correlationId)
      .setStreamIdentifier(this.options?.getStreamIdentifier());
    try {
      return await this.answer(store, response);
    } catch (error) {
      return response.setError(toStatus(error));
    }
  }

  private async answer(
    store: ServedEventStore,
    response: streams.BatchAppendResp,
  ): Promise<streams.BatchAppendResp> {
    if (this.refusal) throw this.refusal;
    if (!this.options) throw new InvalidRequest('The append has no options.');
    const deadline = this.options.getDeadline()?.toDate();
    if (deadline && deadline.getTime() < Date.now())
      throw new EventStoreUnavailable('The deadline has passed.');
    const stream = fromIdentifier(this.options.getStreamIdentifier());
    const expected = toExpectation(
      this.options,
      this.options.hasStreamPosition() ? this.options.getStreamPosition() : undefined,
    );
    const result = await store.append(stream, expected, this.proposed.events);
    if (result.kind === 'conflict') return response.setError(conflictStatus(expected, result.actual));
    const position = result.position.commit.toString();
    return response.setSuccess(
      new streams.BatchAppendResp.Success()
        .setCurrentRevision(result.revision.toString())
        .setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position)),
    );
  }
}
