import { type Command } from 'commander';
import { webhookArgument } from '../arguments.js';
import { examples } from '../examples.js';
import { type Terminal } from '../terminal.js';

const example = '6f1c2b1e-8a4e-4b57-9a55-0d2f3c4b5a69';

/** `webhooks` and what belongs to it. */
export function addWebhooks(program: Command, terminal: Terminal): void {
  const webhooks = program
    .command('webhooks')
    .description('where backend services are told of status events (docs/notices.md)');

  webhooks
    .command('list')
    .description('print the webhooks, with what has not come to them and why')
    .option('--json', 'one JSON object per webhook')
    .addHelpText('after', examples('webhooks list', 'webhooks list --json'))
    .action(async (options: { json?: true }) => {
      const { printWebhooks } = await import('./list.command.js');
      await printWebhooks(options, terminal);
    });

  webhooks
    .command('enable')
    .description('send to a disabled webhook again, what was held first')
    .argument('<webhook>', "the webhook's id", webhookArgument)
    .addHelpText('after', examples(`webhooks enable ${example}`))
    .action(async (id: string) => {
      const { enable } = await import('./enable.command.js');
      await enable(id, terminal);
    });

  webhooks
    .command('redeliver')
    .description('send what was given up of a webhook again, although later events may have come there')
    .argument('<webhook>', "the webhook's id", webhookArgument)
    .addHelpText('after', examples(`webhooks redeliver ${example}`))
    .action(async (id: string) => {
      const { redeliverGivenUp } = await import('./redeliver.command.js');
      await redeliverGivenUp(id, terminal);
    });
}
