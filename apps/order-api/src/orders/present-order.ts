import { type Actor, allowedCommands, expectedBy, lifecycle, returnTerms, statusOf } from '@app/ordering';
import { type OrderDetail } from '@app/read-models';
import { termsFor } from '../policies/terms-for.js';
import { presentCases } from './present-cases.js';

/** The order as it is shown to this reader, at this instant (ISO 8601, UTC). */
export function presentOrder({ view, timeline }: OrderDetail, reader: Actor, at: string) {
  const { order, lines, ...shown } = view;
  const status = statusOf(order);
  const { buyerLabel, sellerLabel, marketplaceName } = lifecycle[status];
  return {
    orderId: order.orderId,
    checkoutId: order.checkoutId,
    buyerId: order.buyerId,
    sellerId: order.sellerId,
    status,
    label: reader.role === 'seller' ? (sellerLabel ?? buyerLabel) : buyerLabel,
    marketplaceName,
    allowedCommands: allowedCommands(order, reader.role),
    placedAt: order.placedAt,
    paidAt: order.paidAt,
    confirmedAt: order.confirmedAt,
    shipmentLateAt: order.shipmentLateAt,
    deliveredAt: order.deliveredAt,
    completedAt: order.completedAt,
    estimatedDelivery: expectedBy(order),
    shippingAddress: order.shippingAddress,
    ...shown,
    ...presentCases(view),
    returnTerms: returnTerms(order, at),
    lines: lines.map((line, index) => {
      const { cancelled, shipped, delivered, returnRequested, returned, lost } = order.lines[index]!;
      return { ...line, cancelled, shipped, delivered, returnRequested, returned, lost };
    }),
    policy: termsFor(order.policy, order.sellerId, reader),
    timeline: timeline.map(({ orderId: _, ...entry }) => entry),
  };
}
