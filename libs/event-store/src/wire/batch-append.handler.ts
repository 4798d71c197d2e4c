import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type handleBidiStreamingCall } from '@grpc/grpc-js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { EventStoreUnavailable } from '../event-store.port.js';
import { type ServedEventStore } from '../served-event-store.port.js';
import { conflictStatus, toStatus } from './batch-status.js';
import { type Expectation, toExpectation } from './expectation.js';
import { AppendTooLarge, ProposedEvents } from './proposed-events.js';
import { toServiceError } from './service-error.js';
import { writableStream } from './stream-name.js';
import { fromUuid } from './uuid.js';

/** So many appends of one call may be under way; the client's further ones wait in its connection. */
const MAX_UNDER_WAY = 1_000;

/** Any number of appends on one call, answered as they are done; the correlation id ties parts and answer together. */
export function batchAppendHandler(
  store: ServedEventStore,
): handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp> {
  return (call) => {
    const incomplete = new Map<string, BatchedAppend>();
    const underWay = new Set<Promise<void>>();
    const send = (response: streams.BatchAppendResp) => {
      if (!call.cancelled) call.write(response);
    };
    const commit = (append: BatchedAppend) => {
      const finished = append
        .commit(store)
        .then(send)
        .finally(() => {
          underWay.delete(finished);
          call.resume();
        });
      underWay.add(finished);
      if (underWay.size >= MAX_UNDER_WAY) call.pause();
    };
    const gather = (request: streams.BatchAppendReq) => {
      const options = request.getOptions();
      const id = fromUuid(request.getCorrelationId());
      const append =
        incomplete.get(id) ?? (options && new BatchedAppend(request.getCorrelationId(), options));
      // The rest of an append that was refused, or whose beginning never came.
      if (!append) return;
      incomplete.delete(id);
      const refusal = append.add(request);
      if (refusal) send(refusal);
      else if (request.getIsFinal()) commit(append);
      else incomplete.set(id, append);
    };
    call.on('data', (request: streams.BatchAppendReq) => {
      try {
        gather(request);
      } catch (error) {
        const stream = request.getOptions()?.getStreamIdentifier();
        if (stream) send(answerTo(request.getCorrelationId(), stream).setError(toStatus(error)));
        else call.emit('error', toServiceError(error));
      }
    });
    call.on('error', () => incomplete.clear());
    // EventStoreDB ends a call only with the answer to something that was still under way.
    call.on('end', () => {
      if (underWay.size > 0) void Promise.all(underWay).then(() => call.end());
    });
  };
}

/** One append that comes in parts; throws InvalidRequest for what EventStoreDB would refuse as well. */
class BatchedAppend {
  private readonly stream: string;
  private readonly expected: Expectation;
  private readonly deadline: Date | undefined;
  private readonly proposed = new ProposedEvents();

  constructor(
    private readonly correlationId: shared.UUID | undefined,
    private readonly options: streams.BatchAppendReq.Options,
  ) {
    this.stream = writableStream(options.getStreamIdentifier());
    this.deadline = options.getDeadline()?.toDate();
    if (this.deadline && this.deadline.getTime() < Date.now())
      throw new EventStoreUnavailable('The deadline has passed.');
    this.expected = toExpectation(
      options,
      options.hasStreamPosition() ? options.getStreamPosition() : undefined,
    );
  }

  /** Gives the answer when the append has become too large. */
  add(request: streams.BatchAppendReq): streams.BatchAppendResp | undefined {
    try {
      for (const message of request.getProposedMessagesList()) this.proposed.add(message);
    } catch (error) {
      if (!(error instanceof AppendTooLarge)) throw error;
      return this.answer().setError(toStatus(error));
    }
  }

  async commit(store: ServedEventStore): Promise<streams.BatchAppendResp> {
    const response = this.answer();
    try {
      const result = await store.write(this.stream, this.expected.of, this.proposed.events);
      if (result.kind === 'conflict') return response.setError(conflictStatus(this.expected, result.actual));
      const success = new streams.BatchAppendResp.Success().setCurrentRevision(result.revision.toString());
      if (!result.readable) return response.setSuccess(success.setNoPosition(new empty.Empty()));
      const position = result.position.commit.toString();
      return response.setSuccess(
        success.setPosition(
          new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position),
        ),
      );
    } catch (error) {
      return response.setError(toStatus(error));
    }
  }

  private answer(): streams.BatchAppendResp {
    return answerTo(this.correlationId, this.options.getStreamIdentifier());
  }
}

function answerTo(
  correlationId: shared.UUID | undefined,
  stream: shared.StreamIdentifier | undefined,
): streams.BatchAppendResp {
  return new streams.BatchAppendResp().setCorrelationId(correlationId).setStreamIdentifier(stream);
}
