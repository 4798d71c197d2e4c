import { type Language } from './language.js';

/** How a person reads: in which language, and by which clock. */
export interface Locale {
  readonly language: Language;
  /** IANA name of the zone whose days and hours the person lives by. */
  readonly timeZone: string;
}

/** Where the marketplace is at home: holds for whoever has named no other zone. */
export const homeTimeZone = 'Asia/Jakarta';

/** For logs, operators and programs that take the words as they are. */
export const english: Locale = { language: 'en', timeZone: homeTimeZone };
