import { metadataStream } from '@app/event-store';
import { orderStreamPrefix } from '@app/order-log';
import { policyStream } from '@app/seller-policies';
import { couponStreamPrefix, stockStreamPrefix } from '@app/reservations';
import { type Engines } from './engines.js';

/**
 * Forgets what this process remembers of a stream when the stream's metadata change: it may have been deleted or
 * truncated, of which no append tells. Looks on from the present end of the log until the signal aborts; throws where that
 * cannot be gone on with, and then nothing that is remembered can be relied on.
 */
export async function forgetChanged(engines: Engines, signal: AbortSignal): Promise<void> {
  const { eventStore, orderLog, coupons, stocks, sellerPolicies } = engines;
  const memories: readonly [prefix: string, forget: (id: string, stream: string) => void][] = [
    [orderStreamPrefix, (orderId) => orderLog.forget(orderId)],
    [couponStreamPrefix, (_, stream) => coupons.forget(stream)],
    [stockStreamPrefix, (_, stream) => stocks.forget(stream)],
    [policyStream(''), (sellerId) => sellerPolicies.forget(sellerId)],
  ];
  const after = await eventStore.lastPosition();
  for (const memory of [orderLog, coupons, stocks, sellerPolicies]) memory.forgetAll();
  const streamPrefixes = memories.map(([prefix]) => metadataStream(prefix));
  for await (const { events } of eventStore.subscribe({ after, streamPrefixes, signal }))
    for (const event of events) {
      const stream = event.stream.slice(metadataStream('').length);
      for (const [prefix, forget] of memories)
        if (stream.startsWith(prefix)) forget(stream.slice(prefix.length), stream);
    }
}
