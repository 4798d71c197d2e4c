import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Engines } from '@app/engines';
import { sum } from '@app/ordering';
import { atOnce } from '../at-once.js';
import { CommandFailure } from '../command-failure.js';
import { showProgress } from '../progress.js';
import { type Terminal } from '../terminal.js';
import { checkReadModels } from '../verify/check-read-models.js';
import { whileProjecting } from '../verify/while-projecting.js';
import { withEngines } from '../with-engines.js';
import { writeLines } from '../write-lines.js';
import { checkoutsOf } from './checkout.js';
import { importSummary } from './import-summary.js';
import { ImportTally } from './import-tally.js';
import { orphans } from './orphans.js';
import { planCheckout } from './plan-checkout.js';
import { playOrder } from './play-order.js';
import { type OlistData, readOlist } from './read-olist.js';

/** Checkouts under way at the same time: their appends are committed together. */
const checkoutsAtOnce = 64;

export interface ImportOptions {
  /** Where to list the anomalies. */
  readonly anomalies?: string;
}

/**
 * Plays the orders of a folder with the Olist data set through the order commands, and holds what came of it against
 * the files. Whatever was imported before is left as it is. Throws a CommandFailure, and imports nothing, where a
 * file is missing or broken; and, after the import, where log, read models and files do not agree.
 */
export async function importOlist(folder: string, options: ImportOptions, terminal: Terminal): Promise<void> {
  const data = await readOlist(folder);
  await withEngines(terminal, (engines) =>
    whileProjecting(engines, terminal, async () => {
      const started = performance.now();
      const tally = await play(data, engines, terminal);
      const seconds = (performance.now() - started) / 1000;
      const list = options.anomalies ?? join(engines.settings.DATA_DIR, 'olist-anomalies.ndjson');
      await listAnomalies(list, tally);
      const paid = sum([...data.payments.values()].flat().map((payment) => payment.amount));
      const summary = importSummary(tally, paid, seconds);
      await writeLines(terminal.out, [...summary, '', `All anomalies are listed in ${list}.`]);

      await checkReadModels(engines, terminal);
      if (!tally.statusesAgree || !tally.moneyAgrees(paid))
        throw new CommandFailure(
          `Log and files do not agree: ${list} names the orders, as "refused" or "other-status".`,
        );
    }),
  );
}

async function play(data: OlistData, engines: Engines, { err }: Terminal): Promise<ImportTally> {
  const tally = new ImportTally(orphans(data));
  const progress = showProgress(err, 'Importing', data.orders.length);
  try {
    await atOnce(checkoutsAtOnce, checkoutsOf(data), async (checkout) => {
      const plan = planCheckout(checkout);
      const played = await Promise.all(plan.orders.map((order) => playOrder(order, engines)));
      tally.add(checkout, plan, played);
      progress.advance();
    });
  } finally {
    progress.end();
  }
  return tally;
}

async function listAnomalies(file: string, { anomalies }: ImportTally): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, anomalies.map((anomaly) => `${JSON.stringify(anomaly)}\n`).join(''));
}
