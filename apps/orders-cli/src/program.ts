import { Command, Option } from 'commander';
import { publicEvents } from '@app/ordering';
import { durationArgument, idArgument, instantArgument, roleArgument } from './arguments.js';
import { type DeadlinesOptions } from './deadlines.command.js';
import { examples } from './examples.js';
import { addLog } from './log/log-program.js';
import { addMails } from './mails/mails-program.js';
import { addParked } from './parked/parked-program.js';
import { type RebuildCommandOptions } from './rebuild.command.js';
import { type ReplayFilter } from './replay.command.js';
import { type Terminal } from './terminal.js';
import { type TokenOptions } from './token.command.js';
import { addWebhooks } from './webhooks/webhooks-program.js';

const exitCodeHelp = `
Exit codes: 0 done, 1 failed, not found or differences found, 2 wrong usage.
Settings come from the environment: "config" prints them, docs/configuration.md explains them.
The embedded database is shared with a running system, or started for the call where none runs.`;

const rebuildHelp = `
The system may run meanwhile: it serves and keeps up the live ones until then. It may be killed at any moment, and begun
anew; what a killed one has built is dropped by the next.`;

/** The commands with their help. Each is loaded only when it is called, so that none waits for another's engines. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command('orders')
    .description('Imports, replays, explains and verifies orders.')
    .addHelpText('after', exitCodeHelp)
    .showHelpAfterError('(--help shows how to call it)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
    });

  program
    .command('import')
    .description('take over recorded orders from elsewhere')
    .command('olist')
    .description('play the orders of the Olist data set (folder of CSV files) through the order commands')
    .argument('<folder>', 'where orders.csv, order_items.csv, order_payments.csv … are')
    .option(
      '--anomalies <file>',
      'where to list all anomalies (NDJSON); default <DATA_DIR>/olist-anomalies.ndjson',
    )
    .addHelpText('after', examples('import olist ./olist', 'import olist ./olist --anomalies odd.ndjson'))
    .action(async (folder: string, options: { anomalies?: string }) => {
      const { importOlist } = await import('./import-olist/import-olist.command.js');
      await importOlist(folder, options, terminal);
    });

  program
    .command('history')
    .description("print an order's events")
    .argument('<order>', "the order's id")
    .option('--json', 'one JSON object per event')
    .addHelpText('after', examples('history 2c5d…', 'history 2c5d… --json'))
    .action(async (orderId: string, options: { json?: true }) => {
      const { history } = await import('./history.command.js');
      await history(orderId, options, terminal);
    });

  program
    .command('as-of')
    .description('print an order as it was at an instant')
    .argument('<order>', "the order's id")
    .argument('<time>', 'ISO 8601; UTC where it names no offset', instantArgument)
    .option('--json', 'the folded order as JSON')
    .addHelpText('after', examples('as-of 2c5d… 2018-05-31', 'as-of 2c5d… 2018-05-31T14:45:00-03:00 --json'))
    .action(async (orderId: string, instant: string, options: { json?: true }) => {
      const { orderAsOf } = await import('./as-of.command.js');
      await orderAsOf(orderId, instant, options, terminal);
    });

  program
    .command('replay')
    .description("print the log's events in their order, one JSON object per line")
    .option('--from <time>', 'only what happened at or after this time (ISO 8601)', instantArgument)
    .option('--to <time>', 'only what happened before this time (ISO 8601)', instantArgument)
    .option('--seller <id>', 'only the orders of this seller')
    .addOption(
      new Option('--type <types...>', 'only events of these types').choices(Object.keys(publicEvents)),
    )
    .addHelpText(
      'after',
      examples('replay --from 2018-05-01 --to 2018-06-01', 'replay --seller s-17 --type OrderPlaced | head'),
    )
    .action(async (filter: ReplayFilter) => {
      const { replay } = await import('./replay.command.js');
      await replay(filter, terminal);
    });

  program
    .command('verify')
    .description('compare every row of the read models with a fold of the log')
    .addHelpText('after', examples('verify'))
    .action(async () => {
      const { verify } = await import('./verify/verify.command.js');
      await verify(terminal);
    });

  program
    .command('rebuild')
    .description('build the read models anew beside the live ones, compare them with the log, and swap them')
    .option('--dry-run', 'build and compare, and leave the live ones')
    .addHelpText('after', rebuildHelp + examples('rebuild --dry-run', 'rebuild'))
    .action(async (options: RebuildCommandOptions) => {
      const { rebuildReadModels } = await import('./rebuild.command.js');
      await rebuildReadModels(options, terminal);
    });

  program
    .command('deadlines')
    .description('list what falls due in orders: what is due now, unless told otherwise')
    .option('--until <time>', 'also what will be due by this time (ISO 8601)', instantArgument)
    .option('--order <id>', 'only the clocks of this order, however far away they are')
    .option('--json', 'one JSON object per deadline')
    .addHelpText(
      'after',
      examples('deadlines', 'deadlines --until 2026-12-24', 'deadlines --order 2c5d… --json'),
    )
    .action(async (options: DeadlinesOptions) => {
      const { printDeadlines } = await import('./deadlines.command.js');
      await printDeadlines(options, terminal);
    });

  program
    .command('stock')
    .description("print a product's stock, and the orders that wait for units of it")
    .argument('<seller>', "the seller's id")
    .argument('<product>', "the product's id")
    .option('--json', 'one JSON object per variant')
    .addHelpText('after', examples('stock toko-batik batik-shirt', 'stock toko-batik batik-shirt --json'))
    .action(async (sellerId: string, productId: string, options: { json?: true }) => {
      const { stock } = await import('./stock.command.js');
      await stock(sellerId, productId, options, terminal);
    });

  addLog(program, terminal);
  addParked(program, terminal);
  addMails(program, terminal);
  addWebhooks(program, terminal);

  program
    .command('refunds')
    .description('refunds that a person has to look after')
    .command('handed-over')
    .description('print the refunds that failed too often, the longest waiting first')
    .option('--json', 'one JSON object per refund')
    .addHelpText('after', examples('refunds handed-over', 'refunds handed-over --json'))
    .action(async (options: { json?: true }) => {
      const { listHandedOver } = await import('./refunds-handed-over.command.js');
      await listHandedOver(options, terminal);
    });

  program
    .command('token')
    .description('print a bearer token for the HTTP interface')
    .requiredOption('--role <role>', 'what its holder may do', roleArgument)
    .requiredOption('--sub <id>', "its holder: a buyer's, seller's or service's id", idArgument)
    .option('--ttl <duration>', 'how long it is valid, like 15m, 8h or 30d', durationArgument, '8h')
    .addHelpText(
      'after',
      examples('token --role buyer --sub buyer-1', 'token --role analyst --sub ana --ttl 30d'),
    )
    .action(async (options: TokenOptions) => {
      const { token } = await import('./token.command.js');
      await token(options, terminal);
    });

  program
    .command('lifecycle')
    .description('print the life of an order: statuses, commands and timers, as docs/domain.md has them')
    .addHelpText('after', examples('lifecycle', 'lifecycle > docs/domain.md'))
    .action(async () => {
      const { lifecycleGuide } = await import('./lifecycle.command.js');
      await lifecycleGuide(terminal);
    });

  program
    .command('config')
    .description('print the settings that are in force here, without secrets')
    .option('--guide', 'print docs/configuration.md instead')
    .addHelpText('after', examples('config', 'config --guide > docs/configuration.md'))
    .action(async (options: { guide?: true }) => {
      const { config } = await import('./config.command.js');
      await config(options, terminal);
    });

  return program;
}
