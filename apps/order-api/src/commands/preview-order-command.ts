import { type Engines } from '@app/engines';
import { type CommandRequest, type PreviewOutcome } from '@app/order-log';
import { ofUndamagedOrder } from '../orders/undamaged-order.js';

/** What a command would come to; nothing is recorded. */
export const previewOrderCommand = (engines: Engines, request: CommandRequest): Promise<PreviewOutcome> =>
  ofUndamagedOrder(engines, request.orderId, request.onBehalfOf ?? request.actor, () =>
    engines.orderCommands.preview(request),
  );
