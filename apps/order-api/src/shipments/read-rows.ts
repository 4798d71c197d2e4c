import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { sentence } from '@app/words';
import { separators } from '../export/csv-table.js';
import { linesCsv, ordersCsv } from '../export/orders-csv.js';
import { neededColumns, type ShipmentColumn, shipmentColumns } from './shipment-row.dto.js';
import { type WrongCell, wrongFile } from './wrong-file.js';

/** Most rows of one file. */
export const mostRows = 1_000;

export type Separator = keyof typeof separators;

/** A row that holds something: its number in the spreadsheet, and its cells that are not empty. */
export interface FileRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ShipmentColumn, string>>>;
}

/** Columns that say nothing here: those of exported files, so that one of these can be filled in and sent. */
const passedOver = Object.keys({ ...ordersCsv.columns, ...linesCsv.columns });

/**
 * The rows of a file as spreadsheets write it: with or without a byte order mark, with commas, semicolons or tabs.
 * Throws the answer to what is no such file.
 */
export function readRows(file: Buffer): { readonly rows: readonly FileRow[]; readonly separator: Separator } {
  const text = decoded(file);
  const separator = separatorOf(text);
  const [header = [], ...records] = parsed(text, separator);
  const names = header.map((name) => name.toLowerCase());
  const wrong = wrongColumns(names);
  if (wrong.length > 0) throw wrongFile(wrong);
  if (records.length > mostRows)
    throw wrongAt(mostRows + 2, 'too-many', sentence('field.too-many', { most: mostRows }));
  const rows = records.map((record, index) => ({ row: index + 2, cells: cellsOf(names, record) }));
  return { rows: rows.filter(({ cells }) => Object.keys(cells).length > 0), separator };
}

function decoded(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    throw wrongAt(1, 'wrong-form', { key: 'field.not-utf-8' });
  }
}

/** The one that comes first among the names of the columns. */
function separatorOf(text: string): Separator {
  const [, found] = /^[^,;\t\r\n]*([,;\t])/.exec(text) ?? [];
  return (Object.keys(separators) as Separator[]).find((name) => separators[name] === found) ?? 'comma';
}

function parsed(text: string, separator: Separator): string[][] {
  try {
    return parse(text, {
      delimiter: separators[separator],
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw wrongAt(Number(error.records) + 1, 'wrong-form', { key: 'field.not-csv' });
  }
}

function wrongColumns(names: readonly string[]): WrongCell[] {
  const known: readonly string[] = [...shipmentColumns, ...passedOver, ''];
  const missing = neededColumns.filter((column) => !names.includes(column));
  const unknown = names.filter(
    (name, at) => !known.includes(name) || (name !== '' && names.indexOf(name) < at),
  );
  return [
    ...missing.map((column) => ({
      row: 1,
      column,
      code: 'required',
      sentence: { key: 'field.required' } as const,
    })),
    ...unknown.map((column) => ({
      row: 1,
      column,
      code: 'unknown-field',
      sentence: { key: 'field.unknown' } as const,
    })),
  ];
}

const cellsOf = (names: readonly string[], record: readonly string[]): FileRow['cells'] =>
  Object.fromEntries(
    shipmentColumns
      .map((column) => [column, plain(record[names.indexOf(column)] ?? '')] as const)
      .filter(([, cell]) => cell !== ''),
  );

/** Exported files hold digits as `="0034"`, so that Excel does not take them for a number. */
const plain = (cell: string): string => /^="(.*)"$/.exec(cell)?.[1] ?? cell;

const wrongAt = (row: number, code: string, said: WrongCell['sentence']) =>
  wrongFile([{ row, column: neededColumns[0], code, sentence: said }]);
