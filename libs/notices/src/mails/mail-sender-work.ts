import { type Pool } from 'pg';
import { type OperatorLog } from '@app/status-events';
import { pauseAfter, sendWaiting, type Work } from '@app/workers';
import { type OutgoingMail } from './mail.js';
import { messageOf, type Sender } from './mail-message.js';
import { claimMail, type MailOutcome, settleMail } from './mail-outbox.js';
import { mailConnections, type Mailer } from './smtp.js';

export interface MailSenderOptions {
  readonly pool: Pool;
  readonly openMailer: () => Promise<Mailer>;
  readonly sender: Sender;
  readonly log: OperatorLog;
  /** Called for each attempt, after it was noted. */
  readonly onOutcome?: (state: MailOutcome['state']) => void;
}

/** A mail is tried 12 times, over about half a day. */
const maxAttempts = 12;
const backoff = { firstMs: 30_000, longestMs: 4 * 3_600_000 };

/** Sends the mails that are due. A mail that was sent is sent again only around a crash. */
export const mailSenderWork = (options: MailSenderOptions): Work => ({
  name: 'mail sender',
  async run(turn) {
    const { pool } = options;
    const mailer = await options.openMailer();
    const send = (mail: OutgoingMail) => sendMail(mail, mailer, options);
    try {
      await sendWaiting({ atOnce: mailConnections, claim: () => claimMail(pool), send }, turn);
    } finally {
      mailer.close();
    }
  },
});

async function sendMail(mail: OutgoingMail, mailer: Mailer, options: MailSenderOptions): Promise<void> {
  const { pool, sender: sender, log, onOutcome } = options;
  const outcome = await attempt(mail, mailer, sender);
  await settleMail(pool, mail, outcome);
  onOutcome?.(outcome.state);
  const { id, orderId, attempts } = mail;
  const facts = { mail: id, orderId, attempts, ...('error' in outcome ? { error: outcome.error } : {}) };
  if (outcome.state === 'given-up') log('A mail was given up.', facts);
  else if (outcome.state === 'waiting') log('A mail could not be sent; it is tried again.', facts);
}

async function attempt(mail: OutgoingMail, mailer: Mailer, sender: Sender): Promise<MailOutcome> {
  const { address, attempts, stale } = mail;
  if (address === undefined) return { state: 'withdrawn', error: 'Its reader has no address any more.' };
  if (stale) return { state: 'withdrawn', error: 'It waited for three days without being tried.' };
  try {
    await mailer.send(messageOf(mail, address, sender));
    return { state: 'sent' };
  } catch (cause) {
    const error = withoutAddress((cause as Error).message, address);
    if (attempts >= maxAttempts || isRefused(cause)) return { state: 'given-up', error };
    return { state: 'waiting', error, delayMs: pauseAfter(attempts, backoff) };
  }
}

/** A server may quote the address in capitals of its own. */
const withoutAddress = (text: string, address: string): string =>
  text.replaceAll(new RegExp(address.replaceAll(/[^\w@]/g, '\\$&'), 'gi'), '<address>');

/** Whether the server has refused this reader or this mail for good (RFC 5321, 4.2.1), and not the sender. */
function isRefused(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && /^(RCPT TO|DATA)/.test(command);
}
