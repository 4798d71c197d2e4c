import { couponResource, couponStream } from '@app/coupons';
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
  const { command } = request;
  const codes = command.type === 'create' ? (command.couponCodes ?? []) : [];
  if (command.type !== 'create' || codes.length === 0 || (await isDecidedWithout(engines, request, command)))
    return issue();
  const reserved: string[] = [];
  const refused = await reserve(engines, request, { ...command, couponCodes: codes }, reserved);
  const outcome = refused ?? (await issue());
  if (outcome.kind === 'refused') await giveBack(engines, command, reserved);
  return outcome;
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
  command: CreateOrder & { readonly couponCodes: readonly string[] },
  reserved: string[],
): Promise<IssueOutcome | undefined> {
  const { orderId, buyerId, sellerId, couponCodes, discounts } = command;
  const refused = (code: string, refusal: CouponRefusal): IssueOutcome => ({
    kind: 'refused',
    refusal: { ...refusal, pointer: `/couponCodes/${couponCodes.indexOf(code)}` },
  });
  const priced = await price(engines, { ...command, insured: false }, at);
  const [declined] = priced.declined;
  if (declined !== undefined) return refused(declined.coupon, refuseCoupon(declined.code, declined.message));
  for (const { code, amount } of priced.discounts)
    if (!isListed(discounts, code, amount)) return refused(code, amountMismatch(code, amount));
  for (const code of couponCodes) {
    const { completedOrders } = priced;
    const redemption = { orderId, buyerId, at, completedOrders, cart: command };
    const outcome = await engines.coupons.redeem(sellerId, code, redemption, { actor, correlationId });
    if ('refusal' in outcome) return refused(code, outcome.refusal);
    if (outcome.changed) reserved.push(code);
  }
  return undefined;
}

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
