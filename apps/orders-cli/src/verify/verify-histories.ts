import { type Engines } from '@app/engines';
import { StreamDamaged } from '@app/event-store';
import { type Difference } from '@app/read-models';
import { streamsWith } from './streams-with.js';

/** Reads all that is in the log besides orders, and gives each stream whose history is damaged. */
export async function* verifyHistories(engines: Engines): AsyncGenerator<Difference> {
  const { coupons, stocks, offers, quotes, sellerPolicies, partners } = engines;
  for (const kind of [coupons, stocks, offers, quotes, sellerPolicies, partners]) {
    const { prefix } = kind;
    for (const stream of await streamsWith(engines, prefix)) {
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
