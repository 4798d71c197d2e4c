import { stringify } from 'csv-stringify/sync';

export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** How a file is written. */
export interface CsvFormat {
  readonly separator?: keyof typeof separators;
  /**
   * For Excel, what only looks like a number is written as `="0034"`, so that it stays text; and where semicolons stand
   * between cells, a comma stands in amounts, as everywhere where Excel writes its files so.
   */
  readonly for?: 'excel';
}

/** An amount as people write it, with a point. */
export interface Decimal {
  readonly decimal: string;
}

type Cell = string | number | Decimal | undefined;

/** A file's columns from left to right, with what a row has in each. */
export interface CsvTable<Row> {
  readonly columns: Readonly<Record<string, (row: Row) => Cell>>;
  /** Those whose digits are no number: ids, phones, codes. */
  readonly digits: readonly string[];
}

/** The names of the columns, as the first record of a file (RFC 4180), behind the mark that says that it is UTF-8. */
export const csvHeader = <Row>({ columns }: CsvTable<Row>, format: CsvFormat = {}): string =>
  `\ufeff${csv([Object.keys(columns)], format)}`;

/** Rows as records of a file. */
export const csvRecords = <Row>(
  { columns, digits }: CsvTable<Row>,
  rows: readonly Row[],
  format: CsvFormat = {},
): string => {
  const cells = Object.entries(columns).map(([name, valueIn]) => ({
    valueIn,
    isText: format.for === 'excel' && digits.includes(name),
  }));
  return csv(
    rows.map((row) =>
      cells.map(({ valueIn, isText }) => {
        const value = written(valueIn(row), format);
        return isText ? textCell(value) : value;
      }),
    ),
    format,
  );
};

const written = (cell: Cell = '', format: CsvFormat): string | number => {
  if (typeof cell !== 'object') return cell;
  return format.for === 'excel' && format.separator === 'semicolon'
    ? cell.decimal.replace('.', ',')
    : cell.decimal;
};

/** A formula that is the text itself. Signs of ids alone stand in it, so nothing of it can end the text and begin another. */
interface TextCell extends Record<string, unknown> {
  readonly text: string;
}
const textCell = (value: string | number): string | TextCell =>
  /^\+?\d[\w .:+-]*$/.test(String(value)) ? { text: `="${value}"` } : String(value);

/** No text is a formula to the spreadsheet that opens it, and every line break is within quotes. */
const csv = (records: (string | number | TextCell)[][], { separator = 'comma' }: CsvFormat): string =>
  stringify(records, {
    delimiter: separators[separator],
    escape_formulas: true,
    quoted_match: /[\r\n]/,
    record_delimiter: 'windows',
    cast: { object: (cell) => ({ value: (cell as TextCell).text, escape_formulas: false }) },
  });
