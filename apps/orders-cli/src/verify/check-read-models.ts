import { type Engines } from '@app/engines';
import { capturedTotal, countByStatus, verifyReadModels } from '@app/read-models';
import { moneyText } from '@app/words';
import { CommandFailure } from '../command-failure.js';
import { type Terminal } from '../terminal.js';
import { writeLines } from '../write-lines.js';
import { untilCaughtUp } from './until-caught-up.js';
import { verifyCoupons } from './verify-coupons.js';
import { verifyHistories } from './verify-histories.js';
import { verifyOffers } from './verify-offers.js';
import { verifyStock } from './verify-stock.js';
import { verifyTracking } from './verify-tracking.js';

/**
 * Waits for the read models, compares every row of them with a fold of the log and prints what differs.
 * Throws a CommandFailure where anything does.
 */
export async function checkReadModels(engines: Engines, { out }: Terminal): Promise<void> {
  await untilCaughtUp(engines);
  let found = 0;
  const differences = async function* (): AsyncIterable<string> {
    for await (const difference of allDifferences(engines)) {
      found += 1;
      yield JSON.stringify(difference);
    }
  };
  await writeLines(out, differences());
  if (found > 0)
    throw new CommandFailure(
      `The read models differ from the log in ${found} places, listed above; the log is what holds. Report them.`,
    );
  await writeLines(out, await totals(engines));
}

async function* allDifferences(engines: Engines): AsyncIterable<unknown> {
  const { database, orderLog } = engines;
  yield* verifyReadModels({ pool: database.pool, orderLog });
  yield* verifyTracking({ pool: database.pool, orderLog });
  yield* verifyStock(engines);
  yield* verifyCoupons(engines);
  yield* verifyOffers(engines);
  yield* verifyHistories(engines);
}

async function totals({ database: { pool } }: Engines): Promise<string[]> {
  const orders = Object.entries(await countByStatus(pool)).filter(([, count]) => count > 0);
  const captured = Object.entries(await capturedTotal(pool));
  return [
    'The read models are what the log says:',
    ...orders.map(([status, count]) => `  ${count.toLocaleString('en').padStart(9)}  ${status}`),
    ...captured.map(([currency, amount]) => `  captured ${moneyText(amount, currency)}`),
  ];
}
