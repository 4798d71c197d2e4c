import { Injectable, Logger } from '@nestjs/common';
import { Engines } from '@app/engines';
import { mailSenderWork, smtpMailer } from '@app/notices';
import { Metrics, Workers } from '@app/platform';
import { MailMetrics } from './mail.metrics.js';

/** Sends notices as mails, where there is a mail server. */
@Injectable()
export class MailSender {
  private readonly logger = new Logger(MailSender.name);

  constructor(engines: Engines, workers: Workers, metrics: Metrics) {
    const mails = new MailMetrics(engines, metrics);
    const { SMTP_URL, MAIL_FROM: from, MAIL_RATE, PUBLIC_URL } = engines.settings;
    if (SMTP_URL === undefined || from === undefined || PUBLIC_URL === undefined) return;
    workers.add(
      mailSenderWork({
        pool: engines.database.pool,
        openMailer: () => smtpMailer(SMTP_URL, MAIL_RATE),
        sender: { from, publicUrl: PUBLIC_URL.replace(/\/+$/, '') },
        log: (message, facts) => this.logger.warn(message, facts),
        onOutcome: (outcome) => mails.count(outcome),
      }),
    );
  }
}
