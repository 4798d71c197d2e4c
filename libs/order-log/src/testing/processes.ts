import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { type EventStore } from '@app/event-store';
import { type OrderCommand } from '@app/ordering';
import { create } from '@app/ordering/testing';
import { type CommandOutcome, type CommandRequest } from '../command-request.js';
import { OrderCommands } from '../order-commands.js';
import { OrderLog } from '../order-log.js';
import { request } from './requests.js';

/** A process of its own: it shares the store with the others, and nothing else. */
export const processOn = (store: EventStore) => {
  const log = new OrderLog(store);
  return { log, commands: new OrderCommands(log) };
};

/** An order with these commands behind it, and the process that placed it. */
export async function placedOn(store: EventStore, ...commands: OrderCommand[]) {
  const orderId = randomUUID();
  const here = processOn(store);
  const issue = (command: OrderCommand, changes: Partial<CommandRequest> = {}) =>
    here.commands.execute(request(orderId, command, changes));
  for (const command of [create({ orderId }), ...commands]) expect(await issue(command)).toBeAccepted();
  return { ...here, orderId, issue };
}

expect.extend({
  toBeAccepted: (outcome: CommandOutcome) => ({
    pass: outcome.kind === 'accepted',
    message: () => JSON.stringify(outcome),
  }),
});
declare module 'expect' {
  interface Matchers<R> {
    toBeAccepted(): R;
  }
}
