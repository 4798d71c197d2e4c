import { type Command } from 'commander';
import { mailArgument } from '../arguments.js';
import { examples } from '../examples.js';
import { type Terminal } from '../terminal.js';

/** `mails` and what belongs to it. */
export function addMails(program: Command, terminal: Terminal): void {
  const mails = program.command('mails').description('mails that were not sent (docs/notices.md)');

  mails
    .command('list')
    .description('print the mails that wait or were given up, the oldest first, at most 1000')
    .option('--json', 'one JSON object per mail')
    .addHelpText('after', examples('mails list', 'mails list --json'))
    .action(async (options: { json?: true }) => {
      const { listMails } = await import('./list.command.js');
      await listMails(options, terminal);
    });

  mails
    .command('retry')
    .description('after the cause was mended: try mails that were given up again, all of them or one')
    .argument('[mail]', "the mail's number", mailArgument)
    .addHelpText('after', examples('mails retry', 'mails retry 4711'))
    .action(async (id: string | undefined) => {
      const { retryGivenUpMails } = await import('./retry.command.js');
      await retryGivenUpMails(id, terminal);
    });
}
