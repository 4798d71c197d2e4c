import { match } from '@formatjs/intl-localematcher';

/** ISO 639-1 codes of the languages that people read here. */
export const languages = ['en', 'id'] as const;
export type Language = (typeof languages)[number];

/** The language that suits an `Accept-Language` header (RFC 9110, 12.5.4) best; English where none does. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  match(wanted(acceptLanguage ?? ''), languages, 'en') as Language;

/** The tags of the header, the most wanted first, without what is none. */
const wanted = (header: string): string[] =>
  header
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ tag, weight }) => weight > 0 && isTag(tag))
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}
