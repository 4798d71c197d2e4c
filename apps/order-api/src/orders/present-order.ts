import { allowedCommands, expectedBy, lifecycle, returnTerms, type Role, statusOf } from '@app/ordering';
import { type OrderDetail } from '@app/read-models';
import { presentCases } from './present-cases.js';

/** The order as it is shown to somebody in this role, at this instant (ISO 8601, UTC). */
export function presentOrder({ view, timeline }: OrderDetail, role: Role, at: string) {
  const { order, lines, ...shown } = view;
  const status = statusOf(order);
  const { buyerLabel, sellerLabel, marketplaceName } = lifecycle[status];
  return {
    orderId: order.orderId,
    checkoutId: order.checkoutId,
    buyerId: order.buyerId,
    sellerId: order.sellerId,
    status,
    label: role === 'seller' ? (sellerLabel ?? buyerLabel) : buyerLabel,
    marketplaceName,
    allowedCommands: allowedCommands(order, role),
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
    policy: order.policy,
    timeline: timeline.map(({ orderId: _, ...entry }) => entry),
  };
}
