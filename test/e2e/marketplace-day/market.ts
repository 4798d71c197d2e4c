import { signatureOf } from '../../../apps/order-api/src/webhooks/webhook-signature.js';
import { type RunningSystem, runningSystem } from '../../support/running-system.js';
import { type Plan, products, sellers } from './plan.js';
import { Provider } from './provider.js';
import { type Seen } from './seen.js';

const secret = 'a-webhook-secret-of-32-characters';

export interface Units {
  readonly lineId: string;
  readonly quantity: number;
}

/** An order as its people know it. */
export interface Bought extends Plan {
  readonly orderId: string;
  readonly total: number;
  /** The coupon that it was placed with. */
  readonly coupon?: string;
  readonly units: readonly Units[];
}

/** What has been on one shelf, as the seller's own notebook has it. */
export interface Shelf {
  counted: number;
  shipped: number;
  returned: number;
}

type Caller = 'buyer' | 'seller' | 'platform' | 'service';

/** The running system, and what its people know without it: the provider's books, shelves and orders. */
export class Market {
  readonly currency = 'EUR';
  readonly provider = new Provider(this);
  readonly orders: Bought[] = [];
  readonly shelves = new Map<string, Shelf>();
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
    await this.ask('PUT', `/sellers/${id}/policy`, policy, 'platform:desk');
    for (const coupon of coupons) await this.ask('POST', `/sellers/${id}/coupons`, coupon, as);
    for (const { productId } of products) {
      await this.ask('PUT', `/sellers/${id}/stock/${productId}`, { onHand: 900 }, as);
      this.shelves.set(`${id}/${productId}`, { counted: 900, shipped: 0, returned: 0 });
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

  /** What the system shows of the order. */
  seen(orderId: string): Promise<Seen> {
    return this.ask('GET', `/orders/${orderId}`);
  }

  /** One of the order's people goes on with it. */
  async does(who: Caller, order: Bought, command: string, body: object = {}): Promise<void> {
    const as = { buyer: order.buyer, seller: order.seller, platform: 'desk', service: 'shop' }[who];
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

  /** The seller hands units to the carrier, and writes them off the shelf. */
  async ship(order: Bought, packageId = 'box', units = order.units, method = 'platform'): Promise<void> {
    const parcel = { packageId, units, method, carrier: 'jne', trackingNumber: `JNE-${packageId}` };
    await this.does('seller', order, 'ship', parcel);
    this.note(order, units, 'shipped');
  }

  /** The carrier hands a package over; the last one of an order that is paid in cash is paid. */
  async deliver(order: Bought, packageId = 'box'): Promise<void> {
    await this.carrier(order, 'package.delivered', { packageId });
  }

  /** The seller puts units on the shelf again. */
  note({ seller }: Bought, units: readonly Units[], what: 'shipped' | 'returned'): void {
    for (const { lineId, quantity } of units) this.shelves.get(`${seller}/${lineId}`)![what] += quantity;
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
