import { type Engines } from '@app/engines';
import { StreamDamaged } from '@app/event-store';
import { type Difference } from '@app/read-models';
import { policyStream } from '@app/seller-policies';
import { couponStreamPrefix, stockStreamPrefix } from '@app/reservations';

/** Reads all that is in the log besides orders, and gives each stream whose history is damaged. */
export async function* verifyHistories({
  eventStore,
  coupons,
  stocks,
  sellerPolicies,
}: Engines): AsyncGenerator<Difference> {
  const policies = policyStream('');
  const readers: readonly [prefix: string, read: (stream: string) => Promise<unknown>][] = [
    [couponStreamPrefix, (stream) => coupons.read(stream)],
    [stockStreamPrefix, (stream) => stocks.read(stream)],
    [policies, (stream) => sellerPolicies.versions(stream.slice(policies.length))],
  ];
  for (const [prefix, read] of readers) {
    const streams = new Set<string>();
    for await (const { stream } of eventStore.readAll({ streamPrefixes: [prefix] })) streams.add(stream);
    for (const stream of streams) {
      const damage = await read(stream).then(() => undefined, damageIn);
      if (damage !== undefined)
        yield {
          table: 'event log',
          key: { stream },
          column: 'history',
          expected: null,
          found: damage.message,
        };
    }
  }
}

function damageIn(error: unknown): StreamDamaged {
  if (error instanceof StreamDamaged) return error;
  throw error;
}
