import { type Order, type OrderEvent, timelineFacts } from '@app/ordering';
import { moneyText } from '@app/words';

/**
 * What an event says to a person, without personal data, given the order after it. For example
 * `payment id p-1, method card, amount €96.00`; empty where the type of the event says it all.
 */
export function describeEvent(event: OrderEvent, after: Order): string {
  const { currency, ...facts } = timelineFacts(event, after);
  const text = currency === undefined ? String : (amount: number) => moneyText(amount, after.currency);
  return fieldsText(facts, text);
}

type AmountText = (amount: number) => string;

/** All numbers are amounts, but for the one that names a share of a refund. */
const fieldsText = (fields: object, amountText: AmountText): string =>
  Object.entries(fields)
    .map(([name, value]) => `${words(name)} ${valueText(value, name === 'share' ? String : amountText)}`)
    .join(', ');

function valueText(value: unknown, amountText: AmountText): string {
  if (Array.isArray(value))
    return value
      .map((item: object) => (isUnits(item) ? unitsText(item) : fieldsText(item, amountText)))
      .join(' and ');
  if (typeof value === 'object' && value !== null) return fieldsText(value, amountText);
  return typeof value === 'number' ? amountText(value) : String(value);
}

interface UnitsOfLine {
  readonly lineId: string;
  readonly quantity: number;
  readonly variant?: string;
}

const isUnits = (item: object): item is UnitsOfLine => 'lineId' in item && 'quantity' in item;

const unitsText = ({ lineId, quantity, variant }: UnitsOfLine): string =>
  `${quantity} of line ${lineId}${variant === undefined ? '' : ` (${variant})`}`;

/** `trackingNumber` as people write it. */
const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
