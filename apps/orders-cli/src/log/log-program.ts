import { type Command } from 'commander';
import { examples } from '../examples.js';
import { type Terminal } from '../terminal.js';

/** `log` and what belongs to it. */
export function addLog(program: Command, terminal: Terminal): void {
  const log = program
    .command('log')
    .description('print which event log this is, which database follows it, and whether the two fit')
    .addHelpText('after', examples('log'))
    .action(async () => {
      const { showLog } = await import('./show-log.command.js');
      await showLog(terminal);
    });

  log
    .command('adopt')
    .description(
      'let this database follow the log instead of the one that has; that one is refused from then on',
    )
    .addHelpText('after', examples('log adopt'))
    .action(async () => {
      const { adoptLog } = await import('./adopt-log.command.js');
      await adoptLog(terminal);
    });
}
