import { type LineState } from '../order.js';
import { type AddedLine } from '../order-terms.js';

/** A line of which nothing has happened yet; its value is for the whole order to say. */
export const untouchedLine = (line: AddedLine): LineState => ({
  lineId: line.lineId,
  productId: line.productId,
  title: line.title,
  needsShipping: line.needsShipping,
  variant: line.variant,
  ...(line.stocked ? { stocked: true as const } : {}),
  ordered: line.quantity,
  unitPrice: line.unitPrice,
  value: 0,
  cancelled: 0,
  arranged: 0,
  shipped: 0,
  delivered: 0,
  returnRequested: 0,
  returned: 0,
  lost: 0,
});
