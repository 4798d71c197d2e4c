import { Counter, type Registry } from 'prom-client';
import { noticesOf } from '@app/notices';
import { type StatusEvent } from '@app/status-events';

/** Counts notices by reader and kind. */
export class NoticesMetrics {
  private readonly sent: Counter<'recipient' | 'type'>;

  constructor(registry: Registry) {
    this.sent = new Counter({
      name: 'notices_sent_total',
      help: "Notices by the recipient's role and the type of the status event, wherever the recipient wants them.",
      labelNames: ['recipient', 'type'],
      registers: [registry],
    });
  }

  count(applied: readonly StatusEvent[]): void {
    for (const event of applied)
      for (const { recipient } of noticesOf(event))
        this.sent.inc({ recipient: recipient.role, type: event.type });
  }
}
