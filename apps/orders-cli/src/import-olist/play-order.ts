import {
  type CommandRefusal,
  type CommandRequest,
  fingerprintOf,
  type OrderCommands,
  type OrderLog,
} from '@app/order-log';
import { type MinorUnits, type OrderCommand, type OrderStatus, sum } from '@app/ordering';
import { type PlannedOrder } from './plan-order.js';

/** What became of a planned order in the log. */
export interface PlayedOrder {
  /** Events that were not in the log before. */
  readonly added: number;
  /** Status that the last command of the plan led to, whatever has happened to the order since. */
  readonly status?: OrderStatus;
  /** What the log holds of the payments that were planned. */
  readonly captured: MinorUnits;
  /** The command that was turned down; none of the plan after it was tried. */
  readonly refused?: { readonly command: OrderCommand['type']; readonly refusal: CommandRefusal };
}

/** Gives the commands of a plan in their sequence; what the log has from an earlier import stays as it is. */
export async function playOrder(
  { orderId, requests }: PlannedOrder,
  { orderLog, orderCommands }: { readonly orderLog: OrderLog; readonly orderCommands: OrderCommands },
): Promise<PlayedOrder> {
  const before = await orderLog.read(orderId);
  const isKnown = ({ command, commandId }: CommandRequest): boolean =>
    orderLog.knows(orderId, { id: commandId, fingerprint: fingerprintOf(command) });
  // The last command is given in any case: its answer says which status the plan led to.
  const open = requests.filter((request, index) => index === requests.length - 1 || !isKnown(request));
  let status: OrderStatus | undefined;
  let refused: PlayedOrder['refused'];
  for (const request of open) {
    const outcome = await orderCommands.execute(request);
    if (outcome.kind === 'refused') {
      refused = { command: request.command.type, refusal: outcome.refusal };
      break;
    }
    status = outcome.answer.status;
  }

  const after = orderLog.lastSeen(orderId);
  const planned = new Set(requests.map(({ command }) => command.type === 'pay' && command.paymentId));
  const payments = after?.order.payments.filter(({ paymentId }) => planned.has(paymentId)) ?? [];
  return {
    added: (after?.revision ?? -1) - (before?.revision ?? -1),
    status,
    captured: sum(payments.map(({ amount }) => amount)),
    refused,
  };
}
