import { v5 as uuidv5 } from 'uuid';
import { type Language } from '@app/words';
import { type Notice } from '../notice.js';

/** A notice to be sent by e-mail. */
export interface Mail extends Notice {
  readonly language: Language;
}

/** A mail of the outbox. */
export interface OutgoingMail extends Omit<Mail, 'createdAt' | 'act'> {
  readonly id: string;
  /** When it happened. */
  readonly happenedAt: Date;
  /** How often it was tried, this time included. */
  readonly attempts: number;
  /** Where it goes; missing where its reader wants no mails any more. */
  readonly address?: string;
  /** Nobody has even tried to send it for days: it is no news any more. */
  readonly stale: boolean;
}

/** Of names that are made out of what a mail tells of. */
const namespace = 'b0a5a1c5-7c1d-4b0f-9d3e-2f6d0c1f7e11';

/** The same for every attempt, so that a mail that was sent twice around a crash is known for one. */
export const messageIdOf = ({ orderId, sequence, recipient }: OutgoingMail, domain: string): string =>
  `<${uuidv5(`${orderId}/${sequence}/${recipient.role}`, namespace)}@${domain}>`;
