import { PassThrough, pipeline } from 'node:stream';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ClientReadableStream, status } from '@grpc/grpc-js';
import { type Link } from './link.js';

export interface CallOptions {
  readonly requiresLeader: boolean;
  /** Longest time that the whole call may take; the default is any. */
  readonly timeoutMs?: number;
  /** How many messages may wait here; the default is 16. */
  readonly ahead?: number;
}

/** The messages of a read or a subscription, one by one as they come. To be ended by whoever has begun it. */
export class Messages {
  private readonly call: ClientReadableStream<streams.ReadResp>;
  private readonly come: PassThrough;
  private readonly each: AsyncIterator<streams.ReadResp, undefined>;

  constructor(
    link: Link,
    request: streams.ReadReq,
    { requiresLeader, timeoutMs = Infinity, ahead = 16 }: CallOptions,
  ) {
    const deadline = Date.now() + timeoutMs;
    this.call = link.streams.read(request, link.metadata(requiresLeader), { deadline });
    // Once it is ended nobody listens, and an error without a listener ends the process.
    this.call.on('error', () => {});
    this.come = new PassThrough({ objectMode: true, highWaterMark: ahead });
    pipeline(this.call, this.come, () => {});
    this.each = this.come[Symbol.asyncIterator]();
  }

  /** The next message, undefined after the last; throws when it takes longer than `ms`. */
  async next(ms = Infinity): Promise<streams.ReadResp | undefined> {
    const late = () =>
      this.come.destroy(Object.assign(new Error('No message came.'), { code: status.DEADLINE_EXCEEDED }));
    const timer = ms === Infinity ? undefined : setTimeout(late, ms);
    try {
      return (await this.each.next()).value;
    } finally {
      clearTimeout(timer);
    }
  }

  /** A message that has come already. */
  ready(): streams.ReadResp | undefined {
    return (this.come.read() as streams.ReadResp | null) ?? undefined;
  }

  /** Whether none is waiting here. */
  get empty(): boolean {
    return this.come.readableLength === 0;
  }

  end(): void {
    this.call.cancel();
    this.come.destroy();
  }
}
