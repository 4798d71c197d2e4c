import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { CommandFailure } from '../command-failure.js';
import { CsvRow } from './csv-row.js';

/**
 * The rows of a CSV file with at least these columns, in any order, as they are read from the disk.
 * Throws a CommandFailure that names file and line where it is not such a file.
 */
export async function* readCsv<Column extends string>(
  file: string,
  columns: readonly Column[],
): AsyncIterable<CsvRow<Column>> {
  let header: readonly string[] | undefined;
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    columns: (names: string[]) => (header = checkedHeader(file, names, columns)),
  });
  // A failure of either stream reaches the loop below through the parser.
  pipeline(createReadStream(file), parser, () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed<Column>>)
      yield new CsvRow(file, info.lines, record);
  } catch (error) {
    throw readable(file, error);
  }
  if (header === undefined) checkedHeader(file, [], columns);
}

interface Parsed<Column extends string> {
  readonly record: Record<Column, string>;
  readonly info: Info;
}

function checkedHeader(file: string, names: string[], columns: readonly string[]): string[] {
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length === 0) return names;
  throw new CommandFailure(
    `${file}, line 1: the header has no column ${missing.join(', ')}. Nothing was imported.`,
  );
}

function readable(file: string, error: unknown): unknown {
  if (error instanceof CsvError)
    return new CommandFailure(
      `${file}, line ${String(error.lines)}: not a CSV row as the header announces it (${error.message}). Nothing was imported.`,
    );
  if (error instanceof Error && 'syscall' in error)
    return new CommandFailure(`${file} cannot be read (${error.message}). Nothing was imported.`);
  return error;
}
