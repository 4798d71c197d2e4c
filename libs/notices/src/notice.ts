import { type StatusEventType, statusEventTypes } from '@app/status-events';

/** Whom a notice is for. */
export interface Recipient {
  readonly role: 'buyer' | 'seller';
  readonly id: string;
}

/** What one person is told of one status event. */
export interface Notice {
  readonly recipient: Recipient;
  readonly orderId: string;
  /** Number of the status event within the order. */
  readonly sequence: number;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly body: string;
  /** Where in the shop the order is shown. */
  readonly link: string;
  /** When what it tells of happened (ISO 8601, UTC). */
  readonly createdAt: string;
}

type NameIn<Type extends string> = Type extends `orders.status.${infer Name}.v${number}` ? Name : never;

/** What happened, by the name that its status event has, or that a seller gets to see an order for the first time. */
export type NoticeKind = NameIn<StatusEventType> | 'new-order';

/** All of them. */
export const noticeKinds: readonly NoticeKind[] = [
  ...Object.values(statusEventTypes).map((type) => type.split('.')[2] as NoticeKind),
  'new-order',
];
