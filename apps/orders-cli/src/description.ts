import { type OrderEvent, type OrderEventType, type Units } from '@app/ordering';

export type Data<Type extends OrderEventType> = Extract<OrderEvent, { type: Type }>['data'];

/** What each of some kinds of events says to a person. */
export type Descriptions<Type extends OrderEventType = OrderEventType> = {
  readonly [T in Type]: (data: Data<T>) => string;
};

export const unitsText = (units: readonly Units[]): string =>
  units.map(({ lineId, quantity }) => `${quantity} of line ${lineId}`).join(', ');

/** That a clock did it, where one did. */
export const due = (dueAt: string | undefined): string =>
  dueAt === undefined ? '' : ` by itself, due ${dueAt}`;
