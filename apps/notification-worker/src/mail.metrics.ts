import { Counter } from 'prom-client';
import { Engines } from '@app/engines';
import { mailCounts, type MailOutcome } from '@app/notices';
import { Metrics } from '@app/platform';

/** What operators see of mails. */
export class MailMetrics {
  private readonly sent: Counter;
  private readonly failed: Counter<'outcome'>;

  constructor({ database, settings }: Engines, metrics: Metrics) {
    const registers = [metrics.registry];
    this.sent = new Counter({
      name: 'mails_sent_total',
      help: 'Mails that the mail server took.',
      registers,
    });
    this.failed = new Counter({
      name: 'mail_failures_total',
      help: 'Attempts in vain to send a mail, by outcome: waiting (tried again), given-up, or withdrawn (not wanted any more).',
      labelNames: ['outcome'],
      registers,
    });
    metrics.readAtScrape(
      {
        mail_oldest_unsent_seconds:
          'Time since the oldest of the mails that wait was written; 0 where none waits.',
        mails_given_up: 'Mails that were given up and that nobody has sent again.',
      },
      async () => {
        const { oldestWaitingSeconds, givenUp } = await mailCounts(database.pool);
        // Without a mail server mails only wait until they are no news any more.
        const sends = settings.SMTP_URL !== undefined;
        return { mail_oldest_unsent_seconds: sends ? oldestWaitingSeconds : 0, mails_given_up: givenUp };
      },
    );
  }

  count(outcome: MailOutcome['state']): void {
    if (outcome === 'sent') this.sent.inc();
    else this.failed.inc({ outcome });
  }
}
