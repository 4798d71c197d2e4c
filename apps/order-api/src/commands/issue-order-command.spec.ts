import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger, type LoggerService } from '@nestjs/common';
import { type Engines } from '@app/engines';
import { type CommandOutcome, type OrderCommands } from '@app/order-log';
import { request } from '@app/order-log/testing';
import { pay } from '@app/ordering/testing';
import { Metrics } from '@app/platform';
import { IssueOrderCommand, IssueOrderCommandHandler } from './issue-order-command.js';

const accepted: CommandOutcome = {
  kind: 'accepted',
  answer: { orderId: 'o-1', revision: 7, status: 'Confirmed', allowedCommands: [] },
};
const refused: CommandOutcome = {
  kind: 'refused',
  refusal: { code: 'order-not-paid', values: { buyer: 'Ayu' } },
};

describe('a command', () => {
  let lines: unknown[];
  let metrics: Metrics;

  beforeEach(() => {
    lines = [];
    metrics = new Metrics();
    const write =
      (level: string) =>
      (message: unknown, facts: object): void =>
        void lines.push({ level, message, ...facts });
    const silent = (): void => {};
    const logger: LoggerService = { log: write('info'), debug: write('debug'), warn: silent, error: silent };
    Logger.overrideLogger(logger);
  });
  afterAll(() => Logger.overrideLogger(true));

  function issue(execute: OrderCommands['execute']): Promise<CommandOutcome> {
    const engines = { orderCommands: { execute } as OrderCommands } as Engines;
    const sent = request('o-1', pay(), { correlationId: 'checkout-17' });
    return new IssueOrderCommandHandler(engines, metrics).execute(new IssueOrderCommand(sent));
  }
  const samples = async () => (await metrics.registry.metrics()).split('\n');
  const about = { command: 'pay', orderId: 'o-1', correlationId: 'checkout-17' };

  it('leaves a line for those who debug, and is counted with its time', async () => {
    expect(await issue(() => Promise.resolve(accepted))).toBe(accepted);
    expect(lines).toEqual([{ level: 'debug', message: 'A command was carried out.', ...about, revision: 7 }]);
    expect(await samples()).toEqual(
      expect.arrayContaining([
        'order_commands_total{type="pay",outcome="accepted"} 1',
        'order_command_duration_seconds_count{type="pay"} 1',
      ]),
    );
  });

  it('that is refused leaves a line for operators, without a word about people', async () => {
    expect(await issue(() => Promise.resolve(refused))).toBe(refused);
    expect(lines).toEqual([
      { level: 'info', message: 'A command was refused.', ...about, code: 'order-not-paid' },
    ]);
    expect(await samples()).toContain('order_commands_total{type="pay",outcome="order-not-paid"} 1');
  });

  it('that fails is counted as such', async () => {
    await expect(issue(() => Promise.reject(new Error('the log is away')))).rejects.toThrow('away');
    expect(await samples()).toContain('order_commands_total{type="pay",outcome="failed"} 1');
  });

  it('counts the appends that others were ahead of', async () => {
    await issue((_, onConflict) => {
      onConflict?.();
      onConflict?.();
      return Promise.resolve(accepted);
    });
    expect(await samples()).toContain('order_append_conflicts_total{type="pay"} 2');
  });
});
