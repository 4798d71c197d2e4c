import { type Engines } from '@app/engines';
import { StreamDamaged } from '@app/event-store';
import { type Difference } from '@app/read-models';

/** Reads all that is in the log besides orders, and gives each stream whose history is damaged. */
export async function* verifyHistories({
  eventStore,
  coupons,
  stocks,
  offers,
  quotes,
  sellerPolicies,
}: Engines): AsyncGenerator<Difference> {
  for (const kind of [coupons, stocks, offers, quotes, sellerPolicies]) {
    const { prefix } = kind;
    const streams = new Set<string>();
    for await (const { stream } of eventStore.readAll({ streamPrefixes: [prefix] })) streams.add(stream);
    for (const stream of streams) {
      const damage = await kind.read(stream.slice(prefix.length)).then(() => undefined, damageIn);
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
