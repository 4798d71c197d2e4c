import { IntlMessageFormat } from 'intl-messageformat';
import { carrierName } from './carriers.js';
import { catalogue, type Key } from './catalogue.js';
import { type Language } from './language.js';
import { type Locale } from './locale.js';
import { moneyText } from './money.js';
import { type NamedGoods, type Sentence, type Value, type Values } from './values.js';

/** A message of the catalogue in the reader's language, with amounts, days and instants as the reader writes them. */
export function text(locale: Locale, key: Key, values: Values = {}): string {
  const { format, names } = messageOf(locale.language, key);
  const filled = names.map((name) => [name, valueText(locale, values[name])]);
  return format.format(Object.fromEntries(filled)) as string;
}

/** The sentence in the reader's language. */
export const say = (locale: Locale, { key, values }: Sentence): string => text(locale, key, values);

function valueText(locale: Locale, value: Value): string | number {
  const { language, timeZone } = locale;
  if (value === undefined) return 'none';
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if ('money' in value) return moneyText(value.money, value.currency, language);
  if ('day' in value) return dayText(value.day, language);
  if ('at' in value) return instantText(value.at, language, timeZone);
  if ('goods' in value) return goodsText(locale, value.goods);
  if ('carrier' in value) return carrierName(value.carrier);
  if ('key' in value) return say(locale, value);
  if ('anyOf' in value)
    return new Intl.ListFormat(language, { type: 'disjunction' }).format(
      value.anyOf.map((key) => text(locale, key)),
    );
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(value.list);
}

/** A day (YYYY-MM-DD): December 9, 2026; 9 Desember 2026. */
const dayText = (day: string, language: Language): string =>
  new Date(day).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' });

/** An instant (ISO 8601), with its zone: Dec 9, 2026, 3:04 PM GMT+7; 9 Des 2026, 15.04 WIB. */
const instantText = (at: string, language: Language, timeZone: string): string =>
  new Date(at)
    .toLocaleString(language, {
      ...{ day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
      timeZoneName: 'short',
      timeZone,
    })
    .replaceAll('\u202f', ' ');

/** "2 × Blue shirt (XL), 1 × Socks and 3 more": the goods by name, as many as a sentence bears. */
function goodsText(locale: Locale, goods: readonly NamedGoods[]): string {
  if (goods.length === 0) return text(locale, 'goods.unnamed');
  const named = goods
    .slice(0, 2)
    .map(({ title, variant, quantity }) => `${quantity} × ${title}${variant ? ` (${variant})` : ''}`)
    .join(', ');
  return goods.length <= 2 ? named : text(locale, 'goods.and-more', { named, more: goods.length - 2 });
}

interface Message {
  readonly format: IntlMessageFormat;
  /** The arguments that it names. */
  readonly names: readonly string[];
}

/** Parsed when somebody first reads them. */
const parsed = new Map<string, Message>();

function messageOf(language: Language, key: Key): Message {
  const known = parsed.get(`${language} ${key}`);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(catalogue[language][key], language, undefined, { ignoreTag: true });
  const message = { format, names: argumentsOf(format.getAst()) };
  parsed.set(`${language} ${key}`, message);
  return message;
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** The names of all arguments of a message, those of its choices included. */
export const argumentsOf = (ast: Ast): string[] => [
  ...new Set(
    ast.flatMap((element) => [
      ...('value' in element && element.type !== 0 ? [element.value] : []),
      ...('options' in element
        ? Object.values(element.options).flatMap((option) => argumentsOf(option.value))
        : []),
    ]),
  ),
];
