import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc, { type Scheduler } from 'fast-check';
import { type EventStore, EventStoreUnavailable, type RecordedEvent } from '@app/event-store';
import { asEventStore, MemoryEventStore } from '@app/event-store/testing';
import { request } from '@app/order-log/testing';
import { demandOf, type OrderCommand } from '@app/ordering';
import { cancel, create, modifyLines, pay, postMessage, ship, time } from '@app/ordering/testing';
import { stockResource, Stocks, stockStream } from '../index.js';
import { processOn } from '../testing/shop.js';
import { decode } from './codec.js';
import { Stock } from './stock.js';

const store = asEventStore(new MemoryEventStore());

/** What becomes of an append: the log is lost before it, or after it, and then nobody can tell. */
type Mishap = 'before' | 'after' | 'none';

/** The log as processes see it whose reads and appends come in any order, and fail now and then. */
function unreliable(scheduler: Scheduler, mishaps: Mishap[]): EventStore {
  const append = scheduler.scheduleFunction(async (...asked: Parameters<EventStore['append']>) => {
    const mishap = mishaps.shift();
    if (mishap === 'before') throw new EventStoreUnavailable('Lost before the append.');
    const result = await store.append(...asked);
    if (mishap === 'after') throw new EventStoreUnavailable('Lost after the append.');
    return result;
  });
  const read = scheduler.scheduleFunction(async (...asked: Parameters<EventStore['readStream']>) => {
    const events: RecordedEvent[] = [];
    for await (const recorded of store.readStream(...asked)) events.push(recorded);
    return events;
  });
  const readStream: EventStore['readStream'] = async function* (...asked) {
    yield* await read(...asked);
  };
  return asEventStore({ append, readStream });
}

function newProcess(eventStore: EventStore = store) {
  const { stocks, log, commands } = processOn(eventStore);
  const settle = async (sellerId: string, orderId: string) =>
    stockResource(stocks).settle(stockStream(sellerId, 'p-shirt'), orderId, await log.read(orderId));
  return { log, commands, settle };
}

/** So many shirts of the product as such, and of the variant M. */
const onHand = [{ onHand: 6 }, { onHand: 3, variant: 'M' }];

const change = fc
  .record({ quantity: fc.integer({ min: 1, max: 5 }), variant: fc.constantFrom('M', undefined) })
  .map((terms) => modifyLines({ changeId: undefined, changes: [{ lineId: 'shirt', ...terms }] }));
const command = fc.oneof(
  change,
  change,
  fc.constantFrom<OrderCommand>(
    pay({ surplus: 'refund' }),
    cancel(),
    cancel({ units: [{ lineId: 'shirt', quantity: 1 }] }),
    { type: 'confirm' },
    ship(),
  ),
);
/** What one client asks for, one after the other; each asks anew, with the same key, where it had no answer. */
const client = fc.record({
  order: fc.nat({ max: 2 }),
  commands: fc.array(command, { maxLength: 4 }),
  retries: fc.boolean(),
});

test('whatever goes wrong in between, nothing is promised twice and nothing is held for ever', () =>
  fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(client, { minLength: 2, maxLength: 5 }),
      fc.array(fc.constantFrom<Mishap>('before', 'after', 'none', 'none', 'none', 'none'), { maxLength: 12 }),
      fc.array(fc.nat({ max: 2 }), { maxLength: 6 }),
      async (scheduler, clients, mishaps, settled) => {
        const sellerId = randomUUID();
        const orders = [0, 1, 2].map(() => ({ orderId: randomUUID(), key: randomUUID() }));
        const counting = new Stocks(store);
        for (const counted of onHand) await counting.count(sellerId, 'p-shirt', counted, time(), {});
        const acknowledged: { readonly orderId: string; readonly commandId: string }[] = [];
        const shared = unreliable(scheduler, [...mishaps]);
        const work = clients.map(async ({ order, commands: asked, retries }) => {
          const { orderId, key } = orders[order]!;
          const { commands } = newProcess(shared);
          for (const [index, next] of [create({ orderId, sellerId }), ...asked].entries()) {
            const sent = request(orderId, next, index === 0 ? { commandId: key } : {});
            for (let tries = 0; tries < (retries ? 3 : 1); tries += 1)
              try {
                const outcome = await commands.execute(sent);
                if (outcome.kind === 'accepted') acknowledged.push(sent);
                break;
              } catch (error) {
                if (!(error instanceof EventStoreUnavailable)) throw error;
              }
          }
        });
        const worker = async () => {
          const { log, settle } = newProcess(unreliable(scheduler, []));
          for (const order of settled) {
            const { orderId } = orders[order]!;
            if ((await log.read(orderId)) !== undefined) await settle(sellerId, orderId);
          }
        };
        await scheduler.waitFor(Promise.all([...work, worker()]));

        const { commands, log, settle } = newProcess();
        let taken = 0;
        for (const { orderId } of orders) {
          // What was held for a change that never came is given back with the order's next event.
          await commands.execute(request(orderId, postMessage()));
          await settle(sellerId, orderId);
          const order = (await log.read(orderId))?.order;
          taken += order === undefined ? 0 : demandOf(order).reduce((sum, { open }) => sum + open, 0);
        }
        const stock = new Stock();
        for await (const recorded of store.readStream(stockStream(sellerId, 'p-shirt'))) {
          stock.apply(decode(recorded));
          for (const variantStock of stock.variants.values()) expect(variantStock.short).toBe(0);
        }
        expect([...stock.variants.values()].reduce((sum, { held }) => sum + held, 0)).toBe(taken);

        for (const { orderId, commandId } of acknowledged) {
          const history = await log.history(orderId);
          const made = history.filter(({ metadata }) => metadata.commandId === commandId);
          expect(made.length).toBeGreaterThan(0);
          expect(made.at(-1)!.revision - made[0]!.revision).toBe(made.length - 1);
        }
      },
    ),
    { numRuns: 50 },
  ));
