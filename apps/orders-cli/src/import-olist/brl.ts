import { type Currency, type MinorUnits } from '@app/ordering';
import { moneyText } from '@app/words';

/** All amounts of the data set are in this currency. */
export const brlCurrency: Currency = 'BRL';

export const brl = (amount: MinorUnits): string => moneyText(amount, brlCurrency);
