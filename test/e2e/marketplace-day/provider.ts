/** Money that the provider took from a buyer, or gave back. */
interface Entry {
  readonly orderId: string;
  readonly paymentId: string;
  readonly amount: number;
}

export interface Capture extends Entry {
  readonly captureId?: string;
  readonly method?: string;
}

/** Where the provider sends what it reports. */
interface Reports {
  readonly currency: string;
  report(sender: string, event: object): Promise<void>;
}

/** A payment provider with books of its own: it tells the system what it did, and never asks what the system made of it. */
export class Provider {
  readonly name = 'acme';
  readonly captures: Capture[] = [];
  readonly refunds: Entry[] = [];
  private events = 0;

  constructor(private readonly market: Reports) {}

  /** Takes the buyer's money and reports it, `times` often by events of their own. */
  async capture(capture: Capture, times = 1): Promise<void> {
    const known = this.captures.some(
      ({ paymentId, captureId }) => paymentId === capture.paymentId && captureId === capture.captureId,
    );
    if (!known) this.captures.push(capture);
    const { orderId, method = 'card', ...payment } = capture;
    const data = { ...payment, method, currency: this.market.currency };
    for (let time = 0; time < times; time += 1) await this.report('payment.captured', orderId, data);
  }

  /** Gives back what the order asks for. */
  async payOut(
    orderId: string,
    refundId: string,
    payment: Pick<Entry, 'paymentId' | 'amount'>,
  ): Promise<void> {
    const { paymentId, amount } = payment;
    this.refunds.push({ orderId, paymentId, amount });
    const reference = `out-${this.refunds.length}`;
    await this.report('refund.settled', orderId, { refundId, paymentId, reference });
  }

  fail(orderId: string, refundId: string, paymentId: string): Promise<void> {
    const data = { refundId, paymentId, reference: `no-${(this.events += 1)}`, cause: 'provider-error' };
    return this.report('refund.failed', orderId, data);
  }

  /** Sends an event, and some of them again, as providers do. */
  private async report(type: string, orderId: string, data: object): Promise<void> {
    const event = { id: `evt-${(this.events += 1)}`, type, orderId, data };
    const again = this.events % 5 === 0 ? [event] : [];
    for (const sent of [event, ...again]) await this.market.report(`payments/${this.name}`, sent);
  }
}
