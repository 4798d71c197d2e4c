import { order as orderAnew, pay } from './buy.js';
import { type Bought, type BoughtUnits, type Market } from './market.js';

/** What becomes of an order that was just placed. */
export type Fate = (market: Market, order: Bought) => Promise<void>;

const aMug: BoughtUnits[] = [{ lineId: 'mug', quantity: 1 }];
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const latePayment: Fate = (market, order) =>
  market.provider.capture({
    orderId: order.orderId,
    paymentId: `late-${order.orderId}`,
    amount: order.total,
  });

const confirmed: Fate = async (market, order) => {
  await pay(market, order);
  await market.does('seller', order, 'confirm');
};
const sent: Fate = async (market, order) => {
  await confirmed(market, order);
  await market.ship(order);
};
const arrived: Fate = async (market, order) => {
  await sent(market, order);
  await market.deliver(order);
};
/** Two packages: the tea goes by itself. */
const sentInTwo: Fate = async (market, order) => {
  await confirmed(market, order);
  await market.ship(order, 'box', order.units.slice(0, 2));
  await market.ship(order, 'tin', order.units.slice(2));
};
const undelivered = (market: Market, order: Bought, outcome: string, more: object = {}): Promise<void> =>
  market.carrier(order, 'package.undelivered', { packageId: 'box', outcome, ...more });
const receiveBack: (sellable?: BoughtUnits[]) => Fate = (sellable) => async (market, order) => {
  await market.does('seller', order, 'receive-back', { packageId: 'box', sellable });
  market.note(order, sellable ?? order.units, 'returned');
};

export const beforeItIsSent = {
  'is left unpaid': async () => {},
  'is cancelled, and then paid': async (market, order) => {
    await market.does('buyer', order, 'cancel', { reason: 'changed-mind' });
    await latePayment(market, order);
  },
  'is paid, and cancelled': async (market, order) => {
    await pay(market, order);
    await market.does('seller', order, 'cancel', { reason: 'out-of-stock' });
  },
  'is cancelled in part, and sent': async (market, order) => {
    await pay(market, order);
    await market.does('seller', order, 'cancel', { reason: 'out-of-stock', units: order.units.slice(0, 1) });
    await market.does('seller', order, 'confirm');
    await market.ship(order, 'box', order.units.slice(1));
    await market.deliver(order);
  },
  'is not to be sent in part, and its seller says': async (market, order) => {
    await confirmed(market, order);
    const cancellationId = 'ask';
    await market.does('buyer', order, 'cancel', { reason: 'changed-mind', units: aMug, cancellationId });
    await market.does('seller', order, 'answer-cancellation', {
      cancellationId,
      approve: order.chance % 2 === 0,
    });
  },
  'is moved to another address': async (market, order) => {
    const shippingAddress = { recipient: 'Rui', street: 'Side Street 2', city: 'Porto', country: 'PT' };
    await market.does('buyer', order, 'change-address', { shippingAddress });
    await arrived(market, order);
  },
  'is confirmed, and never sent': confirmed,
  'is changed, and what is more is paid': async (market, order) => {
    const { orderId, pays, chance } = order;
    const [mugs, ...others] = order.units as [BoughtUnits, ...BoughtUnits[]];
    const quantity = chance % 2 === 0 || mugs.quantity === 1 ? mugs.quantity + 1 : mugs.quantity - 1;
    const changed = [{ ...mugs, quantity }];
    await pay(market, order);
    await market.does('buyer', order, 'modify-lines', { changeId: 'more', changes: changed });
    const { changes } = await market.seen(orderId);
    if (changes[0]?.state === 'requested')
      await market.does('seller', order, 'answer-change', { changeId: 'more', approve: true });
    const amount = (await market.seen(orderId)).receipt.outstanding;
    if (pays !== 'in cash' && amount > 0)
      await market.provider.capture({ orderId, paymentId: `more-${orderId}`, amount });
    await market.does('seller', order, 'confirm');
    await market.ship(order, 'box', [...changed, ...others]);
    await market.deliver(order);
  },
} satisfies Record<string, Fate>;

export const onItsWay = {
  'is never heard of again': sent,
  'arrives, and nobody says more': arrived,
  'is late, and its buyer orders again with a voucher': async (market, order) => {
    await sent(market, order);
    const offer = { kind: 'voucher', amount: 250 };
    const late = { cause: 'weather', newEstimate: tomorrow(), offer };
    await market.does('seller', order, 'report-delay', late);
    const [voucher] = (await market.seen(order.orderId)).vouchers!;
    const again = await orderAnew(market, { ...order, couponCode: voucher!.code, pays: 'at once' });
    await arrived(market, again);
  },
  'arrives, as its buyer says': async (market, order) => {
    await sent(market, order);
    await market.does('buyer', order, 'confirm-receipt');
  },
  'arrives with its own courier': async (market, order) => {
    await confirmed(market, order);
    await market.ship(order, 'box', order.units, 'self');
    await market.does('seller', order, 'deliver', { packageId: 'box', proof: { receivedBy: 'Ana' } });
  },
  'is tried twice, held, and picked up': async (market, order) => {
    await sent(market, order);
    await undelivered(market, order, 'attempted', { until: tomorrow() });
    await undelivered(market, order, 'attempted');
    await undelivered(market, order, 'held-for-pick-up', { place: 'Post office', until: tomorrow() });
    await market.deliver(order);
  },
  'is refused, and comes back': async (market, order) => {
    await sent(market, order);
    await undelivered(market, order, 'refused');
    await receiveBack(order.chance % 2 === 0 ? undefined : aMug)(market, order);
  },
  'is not picked up, and never comes back': async (market, order) => {
    await sent(market, order);
    await undelivered(market, order, 'unclaimed');
  },
  'comes back unannounced': async (market, order) => {
    await sent(market, order);
    await receiveBack()(market, order);
  },
  'is damaged on its way': async (market, order) => {
    await sent(market, order);
    await undelivered(market, order, 'damaged');
  },
  'is lost, and found': async (market, order) => {
    await sent(market, order);
    await undelivered(market, order, 'lost');
    await undelivered(market, order, 'found');
    await receiveBack()(market, order);
  },
  'is lost by half': async (market, order) => {
    await sentInTwo(market, order);
    await undelivered(market, order, 'lost');
    await market.deliver(order, 'tin');
  },
  'was not sent after all, and is sent': async (market, order) => {
    await sent(market, order);
    await market.does('seller', order, 'take-back', { packageId: 'box', mark: 'shipped' });
    market.note(order, order.units, 'returned');
    await market.does('seller', order, 'ship', { packageId: 'box' });
    market.note(order, order.units, 'shipped');
    await market.deliver(order);
  },
  'was not delivered after all, and is refused': async (market, order) => {
    await arrived(market, order);
    await market.carrier(order, 'package.delivery-mistaken', { packageId: 'box' });
    await undelivered(market, order, 'refused');
    await receiveBack()(market, order);
  },
  'goes under another number': async (market, order) => {
    await sent(market, order);
    await market.does('seller', order, 'correct-package', { packageId: 'box', trackingNumber: 'JNE-7' });
    await market.deliver(order);
  },
  'is claimed as not received': async (market, order) => {
    await sent(market, order);
    await market.does('buyer', order, 'open-claim', { claimId: 'c', kind: 'not-received', packageId: 'box' });
    await market.does('seller', order, 'answer-claim', { claimId: 'c', accept: true });
  },
} satisfies Record<string, Fate>;

const returning: Fate = async (market, order) => {
  await arrived(market, order);
  const reason = order.chance % 3 === 0 ? 'no-longer-wanted' : 'damaged';
  await market.does('buyer', order, 'request-return', { returnId: 'r', units: aMug, reason });
};
const sentBack: Fate = async (market, order) => {
  await returning(market, order);
  await market.does('seller', order, 'answer-return', { returnId: 'r', answer: 'approve' });
  await market.does('buyer', order, 'ship-return', {
    returnId: 'r',
    carrier: 'jne',
    trackingNumber: 'JNE-R',
  });
};
const claimed: Fate = async (market, order) => {
  await arrived(market, order);
  await market.does('buyer', order, 'open-claim', { claimId: 'c', kind: 'damaged', units: aMug });
};

export const afterwards = {
  'is returned, and sold again': async (market, order) => {
    await sentBack(market, order);
    await market.does('seller', order, 'receive-return', { returnId: 'r', accepted: true });
    const path = `/sellers/${order.seller}/stock/mug/receipts`;
    await market.ask('POST', path, { receiptId: order.orderId, quantity: 1 }, `seller:${order.seller}`);
    market.note(order, aMug, 'returned');
  },
  'is returned, and lost on the way back': async (market, order) => {
    await sentBack(market, order);
    await market.carrier(order, 'return.undelivered', { returnId: 'r', outcome: 'lost' });
  },
  'is sent back, and not accepted': async (market, order) => {
    await sentBack(market, order);
    await market.does('seller', order, 'receive-return', { returnId: 'r', accepted: false });
  },
  'is sent back, and nobody says more': sentBack,
  'is kept for a part of its price': async (market, order) => {
    await returning(market, order);
    await market.does('seller', order, 'answer-return', { returnId: 'r', answer: 'offer', amount: 321 });
    await market.does('buyer', order, 'answer-offer', { returnId: 'r', accept: true });
  },
  'is claimed, and its seller gives in': async (market, order) => {
    await claimed(market, order);
    await market.does('seller', order, 'answer-claim', { claimId: 'c', accept: true });
  },
  'is claimed, and the platform decides': async (market, order) => {
    await claimed(market, order);
    await market.does('seller', order, 'answer-claim', { claimId: 'c', accept: false });
    await market.does('buyer', order, 'escalate-claim', { claimId: 'c' });
    const resolvedFor = order.chance % 2 === 0 ? 'buyer' : 'seller';
    await market.does('platform', order, 'resolve-claim', { claimId: 'c', resolvedFor });
  },
  'is made up for, which fails and works at last': async (market, order) => {
    await arrived(market, order);
    await market.does('platform', order, 'refund', { refundId: 'gift', amount: 250 });
    const { refunds } = await market.seen(order.orderId);
    const [share] = refunds.find(({ refundId }) => refundId === 'gift')!.shares;
    if (share?.provider === undefined) return;
    for (let attempt = 0; attempt < 1 + (order.chance % 3); attempt += 1) {
      await market.provider.fail(order.orderId, 'gift', share.paymentId);
      await market.does('platform', order, 'retry-refund', { refundId: 'gift' });
    }
  },
} satisfies Record<string, Fate>;

export const fates: readonly (readonly [name: string, fate: Fate])[] = Object.entries({
  ...beforeItIsSent,
  ...onItsWay,
  ...afterwards,
});
