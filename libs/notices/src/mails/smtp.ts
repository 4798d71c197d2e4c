import { type MailMessage } from './mail-message.js';

/** Hands mails to a mail server. */
export interface Mailer {
  /** Resolves when the server has taken the mail; throws its refusal, or what kept it from being reached. */
  send(message: MailMessage): Promise<void>;
  close(): void;
}

/** Most mails that are handed over at the same time. */
export const mailConnections = 3;

const connectTimeoutMs = 10_000;
const silenceTimeoutMs = 30_000;

/**
 * A mail server at an address like `smtp://name:password@mail.example:587` or `smtps://…`, which gets at most
 * `perSecond` mails a second from this process. Without `smtps` the connection is made secret where the server can.
 */
export async function smtpMailer(url: string, perSecond: number): Promise<Mailer> {
  // Loaded only where mails are sent.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: mailConnections,
    rateLimit: perSecond,
    // What is tried again, and when, is decided by the outbox.
    maxRequeues: 0,
    connectionTimeout: connectTimeoutMs,
    greetingTimeout: connectTimeoutMs,
    socketTimeout: silenceTimeoutMs,
    // A message must not name files or addresses for the process to read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (message) => void (await transport.sendMail({ ...message, headers: { ...message.headers } })),
    close: () => transport.close(),
  };
}
