import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { type CsvFormat, csvHeader, csvRecords, type CsvTable } from './csv-table.js';

/**
 * Pages of rows as a file that is written while it is read. A page is asked for when the client has taken those before
 * it; once the client is gone, no more are asked for. A failure before the first page is a problem, as on any other
 * route. A later one breaks the transfer off, which the client sees.
 */
export async function csvFile<Row>(
  name: string,
  table: CsvTable<Row>,
  pages: AsyncGenerator<readonly Row[], void>,
  format: CsvFormat = {},
): Promise<StreamableFile> {
  const first = await pages.next();
  async function* text(): AsyncGenerator<string, void> {
    try {
      yield csvHeader(table, format) + csvRecords(table, first.value ?? [], format);
      for await (const page of pages) yield csvRecords(table, page, format);
    } finally {
      await pages.return();
    }
  }
  return new StreamableFile(Readable.from(text(), { objectMode: false }), {
    type: 'text/csv; charset=utf-8; header=present',
    disposition: `attachment; filename="${name}.csv"`,
  });
}
