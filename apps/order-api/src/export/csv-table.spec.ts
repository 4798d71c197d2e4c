import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvFile } from './csv-file.js';
import { type CsvFormat, csvHeader, csvRecords, type CsvTable } from './csv-table.js';

const table: CsvTable<string> = { columns: { id: (text) => text, name: (text) => text }, digits: ['id'] };
const text = (cell: string, format?: CsvFormat) =>
  csvHeader(table, format) + csvRecords(table, [cell], format);
const read = (cell: string, format?: CsvFormat, delimiter = ',') =>
  (parse(text(cell, format), { columns: true, bom: true, delimiter }) as Record<string, string>[])[0]!;

it.each(['=1', '+1', '-1', '@a', '\ta', '\ra', '＝1', '＋1', '－1', '＠a'])(
  'leaves no formula of %j',
  (cell) => expect(read(cell)).toEqual({ id: `'${cell}`, name: `'${cell}` }),
);

it.each(['a,b', 'a"b', 'a\r\nb', 'a\rb', 'a\nb', ' a ', 'é ✓ 👍', '1=1', '0034'])(
  'gives %j back as it is, whatever stands between cells',
  (cell) => {
    for (const [separator, delimiter] of [
      ['comma', ','],
      ['semicolon', ';'],
      ['tab', '\t'],
    ] as const)
      expect(read(cell, { separator }, delimiter)).toEqual({ id: cell, name: cell });
  },
);

it.each([
  ['0034', '="0034"'],
  ['12345678901234567890', '="12345678901234567890"'],
  ['+62 812-34', '="+62 812-34"'],
  ['1e5', '="1e5"'],
  ['JNE1', 'JNE1'],
  ['1"&A1', '1"&A1'],
  ['=1', "'=1"],
  ['', ''],
])('writes the digits of %j for Excel as %j, in ids alone', (cell, id) => {
  expect(read(cell, { for: 'excel' }).id).toBe(id);
  expect(read(cell, { for: 'excel' }).name).toBe(/^[+=]/.test(cell) ? `'${cell}` : cell);
});

it.each([
  [{}, '1234.50'],
  [{ for: 'excel' }, '1234.50'],
  [{ separator: 'semicolon' }, '1234.50'],
  [{ for: 'excel', separator: 'tab' }, '1234.50'],
  [{ for: 'excel', separator: 'semicolon' }, '1234,50'],
] as const)('writes amounts for %j as %s (M25)', (format, amount) => {
  const amounts: CsvTable<string> = { columns: { price: (decimal) => ({ decimal }) }, digits: [] };
  expect(csvRecords(amounts, ['1234.50'], format)).toBe(`${amount}\r\n`);
});

it('begins with a byte order mark, ends every record, and quotes line breaks', () => {
  expect(csvHeader(table)).toBe('\ufeffid,name\r\n');
  const records = csvRecords(table, ['a\rb', 'c']);
  expect(records).toContain('"a\rb"');
  expect(records.split('\r\n')).toHaveLength(3);
});

it('asks for no page that nobody takes, and ends when the client goes away', async () => {
  let asked = 0;
  let ended = false;
  async function* pages() {
    try {
      for (;;) {
        asked += 1;
        yield Array.from({ length: 5000 }, () => 'some text in each row');
      }
    } finally {
      ended = true;
    }
  }
  const stream = (await csvFile('orders', table, pages())).getStream();
  await new Promise((resolve) => stream.once('readable', resolve));
  expect(asked).toBeLessThan(5);
  stream.destroy();
  await new Promise((resolve) => stream.once('close', resolve));
  expect(ended).toBe(true);
});

it('fails as a whole as long as nothing was sent', async () => {
  async function* away(): AsyncGenerator<never, void> {
    throw new Error('away');
  }
  await expect(csvFile('orders', table, away())).rejects.toThrow('away');
});
