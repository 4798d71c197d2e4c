import { Injectable } from '@nestjs/common';
import { Engines } from '@app/engines';
import { runMailSender, smtpMailer } from '@app/notices';
import { BackgroundWork, Metrics } from '@app/platform';
import { MailMetrics } from './mail.metrics.js';

/** Sends notices as mails, where there is a mail server. */
@Injectable()
export class MailSender extends BackgroundWork {
  private readonly metrics: MailMetrics;

  constructor(
    private readonly engines: Engines,
    metrics: Metrics,
  ) {
    super();
    this.metrics = new MailMetrics(engines, metrics);
  }

  protected async run(signal: AbortSignal): Promise<void> {
    const { SMTP_URL, MAIL_FROM: from, MAIL_RATE, PUBLIC_URL } = this.engines.settings;
    if (SMTP_URL === undefined || from === undefined || PUBLIC_URL === undefined) return;
    await runMailSender({
      pool: this.engines.database.pool,
      mailer: smtpMailer(SMTP_URL, MAIL_RATE),
      letterhead: { from, publicUrl: PUBLIC_URL.replace(/\/+$/, '') },
      signal,
      log: (message, facts) => this.logger.warn(message, facts),
      onOutcome: (outcome) => this.metrics.count(outcome),
    });
  }
}
