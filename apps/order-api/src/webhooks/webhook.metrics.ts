import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Metrics } from '@app/platform';

/** What senders report, and what it comes to. */
@Injectable()
export class IncomingWebhookMetrics {
  private readonly events: Counter<'sender' | 'type' | 'outcome'>;

  constructor({ registry }: Metrics) {
    this.events = new Counter({
      name: 'webhook_events_total',
      help: 'Events that payment providers and carriers sent: carried-out, already-known, ignored, or the code of the refusal.',
      labelNames: ['sender', 'type', 'outcome'],
      registers: [registry],
    });
  }

  /** `sender` and `type` only as far as they are known to us: what strangers write makes no series. */
  count(sender: string, type: string, outcome: string): void {
    this.events.inc({ sender, type, outcome });
  }
}
