import { Counter, type Registry } from 'prom-client';
import { recipientsOf } from '@app/notices';
import { type StatusEvent } from '@app/status-events';

/** Counts who was told of what. */
export class NoticesMetrics {
  private readonly sent: Counter<'recipient' | 'type'>;

  constructor(registry: Registry) {
    this.sent = new Counter({
      name: 'notices_sent_total',
      help: "Notices by the recipient's role and the type of the status event that they tell of.",
      labelNames: ['recipient', 'type'],
      registers: [registry],
    });
  }

  count(applied: readonly StatusEvent[]): void {
    for (const event of applied)
      for (const { role } of recipientsOf(event)) this.sent.inc({ recipient: role, type: event.type });
  }
}
