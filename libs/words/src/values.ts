import { type Key } from './catalogue.js';

/** What a message's arguments are filled with. What is missing is `none` to a select of the message. */
export type Value =
  | string
  | number
  | boolean
  | undefined
  /** Minor units of a currency. */
  | { readonly money: number; readonly currency: string }
  /** YYYY-MM-DD. */
  | { readonly day: string }
  /** An instant (ISO 8601, UTC). */
  | { readonly at: string }
  /** Goods by name; a sentence bears two of them. */
  | { readonly goods: readonly NamedGoods[] }
  /** By the code that the seller gave. */
  | { readonly carrier: string }
  /** Another message, as a part of this one. */
  | Sentence
  /** Names of things, joined. */
  | { readonly list: readonly string[] }
  /** One or the other of these messages. */
  | { readonly anyOf: readonly Key[] };

export type Values = Readonly<Record<string, Value>>;

/** So many of one thing. */
export interface NamedGoods {
  readonly title: string;
  readonly variant?: string;
  readonly quantity: number;
}

/** What can be said in any language: a message of the catalogue and what it is filled with. Plain JSON. */
export interface Sentence {
  readonly key: Key;
  readonly values?: Values;
}
