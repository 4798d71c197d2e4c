import { type MinorUnits } from '@app/ordering';
import { decimalText } from '@app/words';
import { type CsvTable } from './csv-table.js';

/** An amount stands in two columns: as people write it, and exact, in minor units. Both are empty where there is none. */
export const amount = <Row extends { readonly order: { readonly currency: string } }>(
  name: string,
  of: (row: Row) => MinorUnits | undefined,
): CsvTable<Row>['columns'] => ({
  [name]: (row) => {
    const value = of(row);
    return value === undefined ? undefined : { decimal: decimalText(value, row.order.currency) };
  },
  [`${name}_minor_units`]: of,
});
