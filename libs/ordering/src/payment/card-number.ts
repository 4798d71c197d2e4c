/** 13 to 19 digits in one piece, or in groups as they stand on a card; not part of a longer (hexadecimal) id. */
const candidates =
  /(?<![0-9a-f])(?:[2-6]\d{12,18}|[2-6]\d{3}(?:[ ._:-]\d{4}){3}|3\d{3}[ ._:-]\d{6}[ ._:-]\d{4,5})(?![0-9a-f])/gi;

/** Whether the text holds what can be a payment card's number: it begins like one and its check digit is right. */
export const holdsCardNumber = (text: string): boolean => withoutCardNumbers(text) !== text;

/** The text with what can be a card's number as receipts show it: `411111******1111`. */
export const withoutCardNumbers = (text: string): string =>
  text.replaceAll(candidates, (found) => {
    const digits = found.replaceAll(/\D/g, '');
    return passesLuhn(digits) ? `${digits.slice(0, 6)}******${digits.slice(-4)}` : found;
  });

/** The check digit of ISO/IEC 7812-1: from the right, every second digit counts double. */
function passesLuhn(digits: string): boolean {
  const values = [...digits].reverse().map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2));
  return values.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}
