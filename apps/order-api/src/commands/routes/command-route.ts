import { type Type as Class } from '@nestjs/common';
import { type CommandType, type OrderCommand } from '@app/ordering';

type Fields<Type extends CommandType> = Omit<Extract<OrderCommand, { type: Type }>, 'type'>;

type RequiredOf<T> = { [Field in keyof T]-?: object extends Pick<T, Field> ? never : Field }[keyof T];

/** What the command has to say, and its body may leave out. */
type LeftOut<Type extends CommandType, Body> = Pick<
  Fields<Type>,
  Exclude<RequiredOf<Fields<Type>>, RequiredOf<Body>>
>;

/** All that a caller reads about a command, and how a body becomes it. */
export interface CommandRoute<Body = object, Defaults = object> {
  readonly summary: string;
  readonly description: string;
  readonly body: Class<Body>;
  /** Taken as it stands when the commands are called one after the other, as the table lists them. */
  readonly example: Body;
  /** For whom the example is sent, where that makes a difference. */
  readonly onBehalfOf?: string;
  /** What holds where the body says nothing, given the order's id. */
  readonly defaults?: (orderId: string) => Defaults;
  /** Whether sellers do it to many orders in one request. */
  readonly inBatch?: true;
}

type Complete<Type extends CommandType, Body> = CommandRoute<Body, LeftOut<Type, Body>> &
  (object extends LeftOut<Type, Body>
    ? unknown
    : Required<Pick<CommandRoute<Body, LeftOut<Type, Body>>, 'defaults'>>);

/** Entries of the table. The compiler holds each body, with the defaults, against the command that it becomes. */
export const routes = <Bodies extends { [Type in CommandType]?: Partial<Fields<Type>> }>(entries: {
  readonly [Type in keyof Bodies & CommandType]: Complete<Type, Bodies[Type]>;
}) => entries;
