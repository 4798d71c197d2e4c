import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { type LabelledOrder } from '../lists/labelled-order.js';
import { csvHeader, csvRecords } from './orders-csv.js';

/**
 * Pages of orders as a file that is written while it is read: a page is asked for when the client has taken the
 * ones before, and none any more once the client is gone. Until the first page is there, a failure is a problem as
 * on any other route; later it breaks the transfer off, which the client sees.
 */
export async function csvFile(
  name: string,
  pages: AsyncGenerator<readonly LabelledOrder[], void>,
): Promise<StreamableFile> {
  const first = await pages.next();
  async function* text(): AsyncGenerator<string, void> {
    try {
      yield csvHeader() + csvRecords(first.value ?? []);
      for await (const page of pages) yield csvRecords(page);
    } finally {
      await pages.return();
    }
  }
  return new StreamableFile(Readable.from(text(), { objectMode: false }), {
    type: 'text/csv; charset=utf-8; header=present',
    disposition: `attachment; filename="${name}.csv"`,
  });
}
