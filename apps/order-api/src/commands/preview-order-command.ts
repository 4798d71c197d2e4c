import { type Engines } from '@app/engines';
import { type CommandRequest, type PreviewOutcome } from '@app/order-log';
import { ofWholeOrder } from '../orders/whole-order.js';
import { couponsRefused, type RefusedOutcome } from '../coupons/order-coupons.js';

/** What a command would come to; nothing is recorded. */
export const previewOrderCommand = (
  engines: Engines,
  request: CommandRequest,
): Promise<PreviewOutcome | RefusedOutcome> =>
  ofWholeOrder(
    engines,
    request.orderId,
    request.onBehalfOf ?? request.actor,
    async () => (await couponsRefused(engines, request)) ?? engines.orderCommands.preview(request),
  );
