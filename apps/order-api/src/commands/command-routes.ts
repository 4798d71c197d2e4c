import { type CommandType, type OrderCommand } from '@app/ordering';
import { cancellation } from './routes/cancellation.js';
import { changes } from './routes/changes.js';
import { claims } from './routes/claims.js';
import { type CommandRoute } from './routes/command-route.js';
import { completion } from './routes/completion.js';
import { delivery } from './routes/delivery.js';
import { placement } from './routes/placement.js';
import { providerReports } from './routes/provider-reports.js';
import { refunds } from './routes/refunds.js';
import { returns } from './routes/returns.js';
import { shipping } from './routes/shipping.js';
import { undelivered } from './routes/undelivered.js';

/** Every command that can be sent, in the order of an order's life. Routes, documentation and batches come from it. */
export const commandRoutes = {
  ...placement,
  ...providerReports,
  ...changes,
  ...cancellation,
  ...shipping,
  ...undelivered,
  ...delivery,
  ...returns,
  ...claims,
  ...refunds,
  ...completion,
} satisfies Record<CommandType, CommandRoute>;

export const commandTypes = Object.keys(commandRoutes) as CommandType[];

/** A command's entry in the table, where any command may be meant. */
export const routeOf = (type: CommandType): CommandRoute => commandRoutes[type];

/** The command that a checked body asks for, of this order. */
export const commandFrom = (type: CommandType, orderId: string, body: object): OrderCommand =>
  ({ type, ...routeOf(type).defaults?.(orderId), ...body }) as OrderCommand;
