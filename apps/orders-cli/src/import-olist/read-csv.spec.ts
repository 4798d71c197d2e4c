import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CsvRow } from './csv-row.js';
import { readCsv } from './read-csv.js';

describe('readCsv', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'olist-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  type Row = CsvRow<'id' | 'price' | 'time'>;

  async function read<T>(text: string, valueOf: (row: Row) => T): Promise<T[]> {
    const file = join(folder, 'table.csv');
    await writeFile(file, text);
    const values: T[] = [];
    for await (const row of readCsv(file, ['id', 'price', 'time'])) values.push(valueOf(row));
    return values;
  }

  it('reads columns by their names, whatever their order', async () => {
    const text = '\uFEFFtime,extra,id,price\r\n,"a ""b"",\nc",x,1\r\n\r\n,,y,2\r\n';
    expect(await read(text, (row) => row.text('id'))).toEqual(['x', 'y']);
  });

  it.each([
    ['0', 0],
    ['0.1', 10],
    ['8.05', 805],
    ['16.5', 1650],
    ['1109.10', 110910],
    ['999999999999.99', 99999999999999],
  ])('reads %s as %d minor units', async (text, minorUnits) => {
    expect(await read(`id,price,time\nx,${text},\n`, (row) => row.amount('price'))).toEqual([minorUnits]);
  });

  it.each(['', '-1', '1.234', '1,5', '1e3', 'NaN', '.5'])('refuses the amount "%s"', async (text) => {
    const reading = read(`id,price,time\nx,1,\ny,"${text}",\n`, (row) => row.amount('price'));
    await expect(reading).rejects.toThrow(/table\.csv, line 3: price is .*Nothing was imported/);
  });

  it.each([
    ['2018-05-31 17:45:01', '2018-05-31T20:45:01.000Z'],
    ['2018-01-31 17:45:01', '2018-01-31T19:45:01.000Z'], // summer time
    ['2017-10-15 00:30:00', '2017-10-15T03:30:00.000Z'], // skipped by summer time
  ])('reads %s of São Paulo as %s', async (text, instant) => {
    expect(await read(`id,price,time\nx,1,${text}\n`, (row) => row.instant('time'))).toEqual([instant]);
  });

  it.each(['2018-02-30 10:00:00', '31/05/2018 10:00', '10:00:00', 'x', '2018-05-31'])(
    'refuses the time "%s"',
    async (text) => {
      const reading = read(`id,price,time\nx,1,${text}\n`, (row) => row.optionalInstant('time'));
      await expect(reading).rejects.toThrow(/table\.csv, line 2: time is/);
    },
  );

  it.each([
    ['a row with a column too many', 'id,price,time\nx,1,\ny,1,,\n', /table\.csv, line 3: not a CSV row/],
    ['a row with a column too few', 'id,price,time\nx,1\n', /table\.csv, line 2: not a CSV row/],
    ['a quote that is never closed', 'id,price,time\nx,1,"\n', /table\.csv, line 2: not a CSV row/],
    ['a missing column', 'id,time\nx,\n', /table\.csv, line 1: the header has no column price/],
    ['an empty file', '', /table\.csv, line 1: the header has no column id, price, time/],
  ])('refuses %s', async (_, text, message) => {
    await expect(read(text, (row) => row.text('id'))).rejects.toThrow(message);
  });
});
