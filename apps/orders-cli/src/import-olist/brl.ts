import { type Currency, type MinorUnits } from '@app/ordering';
import { moneyText } from '@app/words';

/** All amounts of the data set are in this currency. */
export const currency: Currency = 'BRL';

export const brl = (amount: MinorUnits): string => moneyText(amount, currency);
