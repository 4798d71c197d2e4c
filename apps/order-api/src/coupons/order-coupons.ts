import { couponResource, couponStream } from '@app/reservations';
import { type Engines } from '@app/engines';
import { type CommandOutcome, type CommandRefusal, type CommandRequest } from '@app/order-log';
import { type CreateOrder, decide, defaultPolicy } from '@app/ordering';
import { type CouponRefusal, refuseCoupon } from '@app/pricing';
import { price } from '../quotes/price.js';

/** What a command came to: a coupon may have turned it down as well. */
export type IssueOutcome =
  | CommandOutcome
  | {
      readonly kind: 'refused';
      readonly refusal: Omit<CommandRefusal, 'code'> & Pick<CouponRefusal, 'code'>;
    };

export type RefusedOutcome = Extract<IssueOutcome, { kind: 'refused' }>;

/** A new order that names coupons. */
type CouponOrder = CreateOrder & { readonly couponCodes: readonly string[] };

/**
 * Uses the coupons that a new order names, and then places it by `issue`. Each coupon is reserved in its own stream
 * under the order's id first; where the order does not follow, what was reserved is given back, here or by
 * `runReservations`.
 */
export async function withCoupons(
  engines: Engines,
  request: CommandRequest,
  issue: () => Promise<CommandOutcome>,
): Promise<IssueOutcome> {
  const order = await couponOrderOf(engines, request);
  if (order === undefined) return issue();
  const reserved: string[] = [];
  const outcome = (await reserve(engines, request, order, reserved)) ?? (await issue());
  if (outcome.kind === 'refused') await giveBack(engines, order, reserved);
  return outcome;
}

/** Why the coupons that a new order names could not be used now; none is used up. */
export async function couponsRefused(
  engines: Engines,
  request: CommandRequest,
): Promise<RefusedOutcome | undefined> {
  const order = await couponOrderOf(engines, request);
  const checked = order && (await check(engines, order, request.at));
  return checked && 'refusal' in checked ? checked : undefined;
}

/** The order where its coupons have to be looked at. */
async function couponOrderOf(engines: Engines, request: CommandRequest): Promise<CouponOrder | undefined> {
  const { command } = request;
  const codes = command.type === 'create' ? (command.couponCodes ?? []) : [];
  return command.type !== 'create' ||
    codes.length === 0 ||
    (await isDecidedWithout(engines, request, command))
    ? undefined
    : { ...command, couponCodes: codes };
}

/** A command that came before is answered as it was then, and one that is wrong itself is refused: both use no coupon. */
async function isDecidedWithout(
  { orderLog }: Engines,
  { orderId, at, commandId, actor, onBehalfOf }: CommandRequest,
  command: CreateOrder,
): Promise<boolean> {
  const { role, id } = onBehalfOf ?? actor;
  if (role === 'buyer' && id !== command.buyerId) return true;
  if ((await orderLog.read(orderId)) !== undefined) return true;
  const context = { at, commandId, role, policy: defaultPolicy, isHistory: false };
  return decide(undefined, command, context).kind === 'refused';
}

/** Fills `reserved` with the coupons that this request, and not an earlier one for the same order, has reserved. */
async function reserve(
  engines: Engines,
  { at, actor, correlationId }: CommandRequest,
  order: CouponOrder,
  reserved: string[],
): Promise<RefusedOutcome | undefined> {
  const checked = await check(engines, order, at);
  if ('refusal' in checked) return checked;
  const { orderId, buyerId, sellerId } = order;
  for (const code of order.couponCodes) {
    const redemption = { orderId, buyerId, at, completedOrders: checked.completedOrders, cart: order };
    const outcome = await engines.coupons.redeem(sellerId, code, redemption, { actor, correlationId });
    if (outcome.kind === 'refused') return refused(order, code, outcome.refusal);
    if (outcome.answer.changed) reserved.push(code);
  }
  return undefined;
}

/** How often the buyer has completed an order there, or why one of the coupons cannot be used or gives something else. */
async function check(
  engines: Engines,
  order: CouponOrder,
  at: string,
): Promise<{ readonly completedOrders: number } | RefusedOutcome> {
  const { declined, discounts, completedOrders } = await price(engines, { ...order, insured: false }, at);
  const [first] = declined;
  if (first !== undefined) return refused(order, first.coupon, refuseCoupon(first.code, first.message));
  const other = discounts.find(({ code, amount }) => !isListed(order.discounts, code, amount));
  return other === undefined
    ? { completedOrders }
    : refused(order, other.code, amountMismatch(other.code, other.amount));
}

const refused = ({ couponCodes }: CouponOrder, code: string, refusal: CouponRefusal): RefusedOutcome => ({
  kind: 'refused',
  refusal: { ...refusal, pointer: `/couponCodes/${couponCodes.indexOf(code)}` },
});

function isListed(discounts: CreateOrder['discounts'], code: string, amount: number): boolean {
  const listed = discounts.filter((discount) => discount.code === code);
  return listed.length === 1 && listed[0]!.amount === amount;
}

const amountMismatch = (code: string, amount: number): CouponRefusal =>
  refuseCoupon(
    'coupon-amount-mismatch',
    `Coupon ${code} takes ${amount} (minor units) off; list it so, once, among the discounts.`,
  );

/** Unless the order is there after all: two requests with one key may be at it. */
async function giveBack(
  { coupons, orderLog }: Engines,
  { orderId, sellerId }: CreateOrder,
  codes: readonly string[],
): Promise<void> {
  const folded = await orderLog.read(orderId);
  for (const code of codes)
    await couponResource(coupons).settle(couponStream(sellerId, code), orderId, folded);
}
