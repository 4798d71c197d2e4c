import { setTimeout as delay } from 'node:timers/promises';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { type Answer, type System } from '../support/system.js';

const commands = walkthrough.filter((step) => step.method === 'POST');

/** An order whose five commands were all acknowledged. */
export interface WalkedOrder {
  readonly orderId: string;
  readonly buyer: string;
  readonly seller: string;
}

/** Callers who take one order after the other from creation to delivery, and repeat what was not answered. */
export class SteadyLoad {
  readonly walked: WalkedOrder[] = [];
  /** How often a command had to be sent again. */
  repetitions = 0;
  private stopping = false;
  private abandoned = false;
  private readonly callers: Promise<void>[];

  constructor(
    private readonly system: System,
    callers = 3,
  ) {
    this.callers = Array.from({ length: callers }, () => this.callOn());
  }

  /** Lets every caller finish the order it is at. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.callers);
  }

  /** Ends the callers wherever they are: for a system that answers no more. */
  abandon(): void {
    this.stopping = true;
    this.abandoned = true;
  }

  private async callOn(): Promise<void> {
    while (!this.stopping) {
      const [buyer, seller] = [this.system.name('buyer'), this.system.name('seller')];
      // Exactly what the order takes: who held it twice would sell it out.
      const shirts = { variant: 'L / indigo', onHand: 2 };
      await this.insist('PUT', `/sellers/${seller}/stock/batik-shirt`, shirts);
      let orderId = '';
      for (const [step, { path, body }] of commands.entries()) {
        const own = path === '/orders' ? { ...body, buyerId: buyer, sellerId: seller } : body;
        const headers = { 'idempotency-key': `${buyer}-${step}` };
        const answer = await this.insist('POST', path.replace('$ORDER', orderId), own, headers);
        orderId ||= answer.body['orderId'] as string;
      }
      this.walked.push({ orderId, buyer, seller });
    }
  }

  /** Sends the same command until it is answered; only an answer that says "not now" may be asked for again. */
  private async insist(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    headers: object = {},
  ): Promise<Answer> {
    while (!this.abandoned) {
      const answer = await this.system.call(method, path, { body, headers }).catch(() => undefined);
      if (answer !== undefined && answer.status < 300) return answer;
      if (answer !== undefined && answer.status !== 503)
        throw new Error(`${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      this.repetitions += 1;
      await delay(50);
    }
    throw new Error(`${path} was not answered before the callers were sent away.`);
  }
}
