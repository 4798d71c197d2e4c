import { type EachBatchHandler, type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { pauseAfter } from '@app/workers';
import { type ConsumedRecord, type ConsumeOptions } from '../status-log.port.js';
import { heartbeatMs } from './kafka-client.js';

const maxBatch = 500;

/**
 * Hands over what was fetched of a partition, piece by piece, and commits each. After a failure the partition
 * pauses, and is fetched again from the first record that was not handled; the others go on.
 */
export class BatchHandler {
  private readonly failures = new Map<number, number>();
  private underWay = 0;

  constructor(
    private readonly handleRecords: ConsumeOptions['handle'],
    private readonly progressed: () => void,
  ) {}

  /** Nothing is under way, and nothing waits to be tried again. */
  get idle(): boolean {
    return this.underWay === 0 && this.failures.size === 0;
  }

  forgetFailures(): void {
    this.failures.clear();
  }

  readonly handle: EachBatchHandler = async (payload) => {
    this.underWay += 1;
    await this.handleBatch(payload).finally(() => (this.underWay -= 1));
  };

  private async handleBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, resolveOffset, commitOffsetsIfNecessary } = payload;
    for (let start = 0; start < batch.messages.length; start += maxBatch) {
      if (!payload.isRunning() || payload.isStale()) return;
      // Throws when the partition may belong to another member by now.
      await heartbeat();
      const messages = batch.messages.slice(start, start + maxBatch);
      const records = messages.map((message) => recordOf(batch.partition, message));
      try {
        await whileBeating(heartbeat, () => this.handleRecords(records));
      } catch {
        this.pauseAfterFailure(payload);
        return;
      }
      this.failures.delete(batch.partition);
      resolveOffset(messages.at(-1)!.offset);
      await commitOffsetsIfNecessary();
      this.progressed();
    }
  }

  private pauseAfterFailure({ batch: { partition }, pause }: EachBatchPayload): void {
    const count = (this.failures.get(partition) ?? 0) + 1;
    this.failures.set(partition, count);
    setTimeout(pause(), pauseAfter(count)).unref();
  }
}

/**
 * Keeps the membership during long work; only a rebalance waits no longer than a minute for it. A heartbeat that
 * fails shows in the next one, after the work.
 */
async function whileBeating(heartbeat: () => Promise<void>, work: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => void heartbeat().catch(() => {}), heartbeatMs);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

function recordOf(partition: number, { key, value, headers, offset }: KafkaMessage): ConsumedRecord {
  const texts = Object.entries(headers ?? {}).map(([name, content]) => [name, textOf(content)] as const);
  return {
    key: textOf(key),
    headers: Object.fromEntries(texts),
    value: textOf(value),
    partition,
    offset: BigInt(offset),
  };
}

/** Nothing becomes an empty text: the contract's records have neither, and what reads them refuses others. */
const textOf = (content: { toString(): string } | null | undefined): string => content?.toString() ?? '';
