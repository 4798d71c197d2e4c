import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CommandFailure } from '../command-failure.js';
import { type CsvRow } from './csv-row.js';
import { readCsv } from './read-csv.js';

/**
 * All rows of a table of the data set, checked: `entryOf` reads one, `key` names the columns that tell them apart.
 * Throws a CommandFailure for a missing file, and for the first row that is broken or stands twice.
 */
export async function readTable<Column extends string, Entry>(
  folder: string,
  table: string,
  columns: readonly Column[],
  key: readonly Column[],
  entryOf: (row: CsvRow<Column>) => Entry,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for await (const row of readCsv(pathOf(folder, table), columns)) {
    const id = key.map((column) => row.text(column)).join(' ');
    if (seen.has(id)) row.fail(key[0]!, `${id} stands here for the second time`);
    seen.add(id);
    entries.push(entryOf(row));
  }
  return entries;
}

/** Tables go by their short name, or by the name that the publisher gave them. */
function pathOf(folder: string, table: string): string {
  const names = [`${table}.csv`, `olist_${table}_dataset.csv`];
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new CommandFailure(
    existsSync(folder)
      ? `The folder ${folder} has neither ${names.join(' nor ')}. Nothing was imported.`
      : `There is no folder ${folder}. Nothing was imported.`,
  );
}
