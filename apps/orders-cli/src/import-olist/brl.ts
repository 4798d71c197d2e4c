import { type Currency, type MinorUnits, moneyText } from '@app/ordering';

/** All amounts of the data set are in this currency. */
export const currency: Currency = 'BRL';

export const brl = (amount: MinorUnits): string => moneyText(amount, currency);
