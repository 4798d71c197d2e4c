import { untilAnswer } from '@app/workers/testing';
import { signatureOf } from '../../../apps/order-api/src/webhooks/webhook-signature.js';
import { type RunningSystem, runningSystem } from '../../support/running-system.js';
import { type DayPlan, products, sellers } from './plan.js';
import { Provider } from './provider.js';
import { type Seen } from './seen.js';

const secret = 'a-webhook-secret-of-32-characters';

export interface BoughtUnits {
  readonly lineId: string;
  readonly quantity: number;
}

/** An order as its people know it. */
export interface Bought extends DayPlan {
  readonly orderId: string;
  readonly total: number;
  /** The coupon that it was placed with. */
  readonly coupon?: string;
  readonly units: readonly BoughtUnits[];
}

/** What has been in one stock, as the seller's own notebook has it. */
export interface CountedStock {
  counted: number;
  shipped: number;
  returned: number;
}

type Caller = 'buyer' | 'seller' | 'platform' | 'service';

/** The running system, and what its people know without it: the provider's books, stocks and orders. */
export class Market {
  readonly currency = 'EUR';
  readonly provider = new Provider(this);
  readonly orders: Bought[] = [];
  readonly stocks = new Map<string, CountedStock>();
  /** What the platform paid to accounts of buyers, whose way of paying takes no money back. */
  readonly transfers: { readonly orderId: string; readonly amount: number }[] = [];
  private scans = 0;

  private constructor(readonly system: RunningSystem) {}

  static async open(): Promise<Market> {
    const secrets = { PAYMENT_WEBHOOK_SECRETS: `acme:${secret}`, CARRIER_WEBHOOK_SECRETS: `jne:${secret}` };
    return new Market(await runningSystem(secrets));
  }

  async openShops(): Promise<void> {
    await Promise.all(sellers.map((seller) => this.openShop(seller)));
  }

  private async openShop({ id, policy, coupons }: (typeof sellers)[number]): Promise<void> {
    const as = `seller:${id}`;
    await this.ask('PUT', `/sellers/${id}/policy`, policy, 'platform:support');
    for (const coupon of coupons) await this.ask('POST', `/sellers/${id}/coupons`, coupon, as);
    for (const { productId, title, unitPrice: price } of products) {
      const offer = { title, sellerName: id, currency: this.currency, price, shippingFee: 499 };
      await this.ask('PUT', `/sellers/${id}/offers/${productId}`, offer, as);
      await this.ask('PUT', `/sellers/${id}/stock/${productId}`, { onHand: 900 }, as);
      this.stocks.set(`${id}/${productId}`, { counted: 900, shipped: 0, returned: 0 });
    }
  }

  /** Asks as somebody does, and gives the answer; throws where it is refused. */
  async ask<Body = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    as = 'service:shop',
  ): Promise<Body> {
    const answer = await this.system.call<Body>(method, path, { as, body });
    if (answer.status > 299) throw new Refused(`${method} ${path} as ${as}`, answer);
    return answer.body;
  }

  /** What the system shows of the order, once it can show all of it. */
  async seen(orderId: string): Promise<Seen> {
    const ask = () => this.system.call<Seen>('GET', `/orders/${orderId}`);
    return (await untilAnswer(ask, ({ status }) => status === 200)).body;
  }

  /** One of the order's people goes on with it. */
  async does(who: Caller, order: Bought, command: string, body: object = {}): Promise<void> {
    const as = { buyer: order.buyer, seller: order.seller, platform: 'support', service: 'shop' }[who];
    await this.ask('POST', `/orders/${order.orderId}/${command}`, body, `${who}:${as}`);
  }

  /** The carrier says something of a package or a return. */
  async carrier(order: Bought, type: string, data: object): Promise<void> {
    await this.report('carriers/jne', {
      id: `scan-${(this.scans += 1)}`,
      type,
      orderId: order.orderId,
      data,
    });
  }

  /** Sends what an outside system signs; throws where it is not taken. */
  async report(sender: string, event: object): Promise<void> {
    const raw = JSON.stringify(event);
    const headers = { 'webhook-signature': signatureOf(secret, Math.floor(Date.now() / 1000), raw) };
    const answer = await this.system.call('POST', `/webhooks/${sender}`, { body: event, headers });
    if (answer.status !== 200) throw new Refused(`${raw} to ${sender}`, answer);
  }

  /** The seller hands units to the carrier, and writes them off the stock. */
  async ship(order: Bought, packageId = 'box', units = order.units, method = 'platform'): Promise<void> {
    const parcel = { packageId, units, method, carrier: 'jne', trackingNumber: `JNE-${packageId}` };
    await this.does('seller', order, 'ship', parcel);
    this.note(order, units, 'shipped');
  }

  /** The carrier hands a package over; the last one of an order that is paid in cash is paid. */
  async deliver(order: Bought, packageId = 'box'): Promise<void> {
    await this.carrier(order, 'package.delivered', { packageId });
  }

  /** Pays every refund of the order that was not paid yet: the provider what it holds, the platform the rest. */
  async payOut(order: Bought): Promise<void> {
    const { orderId } = order;
    const { refunds } = await this.seen(orderId);
    for (const { refundId, shares } of refunds)
      for (const { paymentId, provider, amount, state } of shares) {
        if (state === 'settled') continue;
        if (provider === this.provider.name)
          await this.provider.payOut(orderId, refundId, { paymentId, amount });
        else {
          const reference = `transfer-${refundId}`;
          await this.does('platform', order, 'settle-refund', { refundId, paymentId, reference });
          this.transfers.push({ orderId, amount });
        }
      }
  }

  /** The seller puts units in the stock again. */
  note({ seller }: Bought, units: readonly BoughtUnits[], what: 'shipped' | 'returned'): void {
    for (const { lineId, quantity } of units) this.stocks.get(`${seller}/${lineId}`)![what] += quantity;
  }

  close(): Promise<void> {
    return this.system.stop();
  }
}

/** What was asked, and why it was not done. */
export class Refused extends Error {
  readonly code: unknown;

  constructor(what: string, { status, body }: { readonly status: number; readonly body: unknown }) {
    super(`${what} was answered ${status}: ${JSON.stringify(body)}`);
    this.code = (body as { readonly code?: unknown }).code;
  }
}
