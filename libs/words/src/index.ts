export { carrierName, trackingLink } from './carriers.js';
export { catalogue, isKey, type Key } from './catalogue.js';
export { describeScan } from './describe-scan.js';
export { type EventFields, eventValues } from './event-values.js';
export { type Language, languageOf, languages } from './language.js';
export { english, homeTimeZone, type Locale } from './locale.js';
export { decimalText, moneyText } from './money.js';
export { say, text } from './text.js';
export type { NamedGoods, Sentence, Value, Values } from './values.js';
