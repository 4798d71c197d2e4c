import { type Role } from '@app/ordering';
import { type Settings } from '@app/platform';

/** The kinds of senders that report to us, each with the role in which their commands are carried out. */
export const webhookKinds = {
  payments: { role: 'payments', secrets: 'PAYMENT_WEBHOOK_SECRETS' },
  carriers: { role: 'carrier', secrets: 'CARRIER_WEBHOOK_SECRETS' },
} as const satisfies Record<string, { role: Role; secrets: keyof Settings }>;

export type WebhookKind = keyof typeof webhookKinds;

/** The secrets of one sender: none for one that is not set up, several while it changes them. */
export const secretsOf = (settings: Settings, kind: WebhookKind, sender: string): string[] =>
  (settings[webhookKinds[kind].secrets] ?? [])
    .filter((entry) => entry.startsWith(`${sender}:`))
    .map((entry) => entry.slice(sender.length + 1));
