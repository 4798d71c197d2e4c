import { publicEvents, type PublicName } from '@app/ordering';

/** Whom a notice is for. */
export interface Recipient {
  readonly role: 'buyer' | 'seller';
  readonly id: string;
}

/** The notice to one person about one act: of the status events that one command made. */
export interface Notice {
  readonly recipient: Recipient;
  readonly orderId: string;
  /** Number of the act's last status event within the order. */
  readonly sequence: number;
  /** Names the act: the id of its command. */
  readonly act: string;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  /** Where in the shop the order is shown. */
  readonly link: string;
  /** When it happened (ISO 8601, UTC). */
  readonly createdAt: string;
}

/** What happened, by the name that its status event has, or that a seller gets to see an order for the first time. */
export type NoticeKind = PublicName | 'new-order';

/** All of them. */
export const noticeKinds: readonly NoticeKind[] = [
  ...Object.values(publicEvents).map(({ name }) => name),
  'new-order',
];
