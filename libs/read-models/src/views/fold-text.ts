import anyAscii from 'any-ascii';

/** Accents of Latin, Greek and Cyrillic letters, and the vowel points that Hebrew and Arabic may leave out. */
const optionalMarks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/gu;

/**
 * Text as it is compared in a search: without capitals, accents and widths, so that "lodz" finds "Łódź" and "strasse"
 * "Straße". No script becomes another one, and marks that make another letter stay: パ is not ハ.
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Cf}/gu, '')
    .replace(optionalMarks, '')
    .normalize('NFKC')
    .replace(/[^\0-\x7f]+/gu, (beyond) => beyond.replace(/\p{Script=Latin}/gu, anyAscii))
    .toLowerCase()
    .replaceAll('ς', 'σ');
