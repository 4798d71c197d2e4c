import { type Command } from 'commander';
import { sequenceArgument, textArgument } from '../arguments.js';
import { examples } from '../examples.js';
import { type Terminal } from '../terminal.js';
import { type DropOptions } from './drop.command.js';

const groupOption = [
  '--group <group>',
  'the consumer group, or follower, that parked it; needed where several groups did',
] as const;
const orderArgument = ['<order>', "the order's id, or the name of a stream"] as const;

/** `parked` and what belongs to it. */
export function addParked(program: Command, terminal: Terminal): void {
  const parked = program
    .command('parked')
    .description(
      'what followers of the log and consumers of status events could not go on with (docs/dead-letters.md)',
    );

  parked
    .command('list')
    .description('print the streams and orders that wait, the longest waiting first, and what each waits for')
    .option('--group <group>', 'only those of this consumer group or follower')
    .option('--json', 'one JSON object per stream or order')
    .addHelpText(
      'after',
      examples('parked list', 'parked list --group notices --json', 'parked list --group projector'),
    )
    .action(async (options: { group?: string; json?: true }) => {
      const { printParked } = await import('./list.command.js');
      await printParked(options, terminal);
    });

  parked
    .command('show')
    .description('print all that is known of what is parked of an order or was dropped')
    .argument(...orderArgument)
    .option(...groupOption)
    .addHelpText('after', examples('parked show 2c5d…', 'parked show 2c5d… --group tracking'))
    .action(async (orderId: string, options: { group?: string }) => {
      const { showParked } = await import('./show.command.js');
      await showParked(orderId, options, terminal);
    });

  parked
    .command('release')
    .description(
      'after the cause was mended: go on with what is parked of an order, in order, as far as it goes',
    )
    .argument(...orderArgument)
    .option(...groupOption)
    .addHelpText(
      'after',
      examples(
        'parked release 2c5d…',
        'parked release stock-toko/shirt',
        'parked release 2c5d… --group tracking',
      ),
    )
    .action(async (orderId: string, options: { group?: string }) => {
      const { release } = await import('./release.command.js');
      await release(orderId, options, terminal);
    });

  parked
    .command('drop')
    .description(
      'give up the one event that blocks an order in a group, for good; or be reminded of a stream no more',
    )
    .argument(...orderArgument)
    .requiredOption('--reason <text>', 'why; it is kept together with the event and your name', textArgument)
    .option('--sequence <n>', 'only if it is this event that blocks the order', sequenceArgument)
    .option(...groupOption)
    .addHelpText('after', examples('parked drop 2c5d… --sequence 4 --reason "told the buyer by phone"'))
    .action(async (orderId: string, options: DropOptions) => {
      const { drop } = await import('./drop.command.js');
      await drop(orderId, options, terminal);
    });
}
