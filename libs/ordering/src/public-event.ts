import { type Static } from 'typebox';
import { type OrderEvent, type OrderEventType } from './events.js';
import { type Order } from './order.js';

/** Who can read of an event. */
export type Reader = 'buyer' | 'seller';

/** The part of JSON Schema that public fields are described in. */
export interface Schema {
  readonly type?: 'string' | 'integer' | 'boolean' | 'array' | 'object';
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: true;
  readonly format?: 'date' | 'date-time';
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Fields;
}

/** Public fields by name; their TypeScript types follow from the schemas. */
export type Fields = Readonly<Record<string, Schema>>;

type ReadonlyDeep<T> = T extends object ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> } : T;

/** The TypeScript type of public fields: those that are always there, and those that may be missing. */
export type PublicValues<Always extends Fields, Sometimes extends Fields> = {
  readonly [K in keyof Always]: ReadonlyDeep<Static<Always[K]>>;
} & { readonly [K in keyof Sometimes]?: ReadonlyDeep<Static<Sometimes[K]>> };

type EventOf<Type extends OrderEventType> = Extract<OrderEvent, { type: Type }>;

/** Where the fields are picked from: the event's data, unless an event says otherwise. */
type Source<Type extends OrderEventType, Value> = (event: EventOf<Type>, after: Order) => NoInfer<Value>;

/** What the world may know of one type of event. */
export interface PublicEvent<
  Name extends string = string,
  Always extends Fields = Fields,
  Sometimes extends Fields = Fields,
  NoticeTo extends readonly Reader[] = readonly Reader[],
  Timeline extends Fields = Fields,
> {
  /** What people and other systems call it; kebab-case, and never changed. */
  readonly name: Name;
  /** One sentence for those who read the contract. */
  readonly summary: string;
  /** Nothing personal: no name, no address, nothing that a person wrote, no picture. */
  readonly fields: Always;
  readonly optional?: Sometimes;
  /** What the order's own buyer and seller have in the timeline, where that is other than `fields`. */
  readonly timeline?: Timeline;
  /** Who gets a notice of it. Its buyer and its seller read it in the timeline in any case. */
  readonly noticeTo: NoticeTo;
}

/** Describes an event. The compiler asks for `from` where the event's data lack a field. */
export const publicEvent = <
  Type extends OrderEventType,
  const Name extends string,
  const Always extends Fields,
  const NoticeTo extends readonly Reader[],
  const Sometimes extends Fields = Record<never, never>,
  const Timeline extends Fields = Record<never, never>,
>(
  type: Type,
  event: PublicEvent<Name, Always, Sometimes, NoticeTo, Timeline> &
    (EventOf<Type>['data'] extends PublicValues<Always, Sometimes & Timeline>
      ? { readonly from?: Source<Type, PublicValues<Always, Sometimes & Timeline>> }
      : { readonly from: Source<Type, PublicValues<Always, Sometimes & Timeline>> }),
): PublicEvent<Name, Always, Sometimes, NoticeTo, Timeline> & {
  readonly type: Type;
  readonly from?: Source<Type, PublicValues<Always, Sometimes & Timeline>>;
} => ({ type, ...event });

/** Of a value, what its schema names, in the schema's order. */
export function pick({ items, properties }: Schema, value: unknown): unknown {
  if (value === undefined) return undefined;
  if (items) return (value as unknown[]).map((item) => pick(items, item));
  if (properties) return pickFields(properties, value as object);
  return value;
}

/** The fields of that name, and nothing else; what is undefined is left out. */
export function pickFields(fields: Fields, from: object): Record<string, unknown> {
  const values = from as Readonly<Record<string, unknown>>;
  const present = Object.keys(fields).filter((name) => values[name] !== undefined);
  return Object.fromEntries(present.map((name) => [name, pick(fields[name]!, values[name])]));
}
