import { isDeepStrictEqual } from 'node:util';
import { type ClientBase } from 'pg';
import { columnName, givenRows, type Table } from '../tables/table.js';
import { type Difference } from './difference.js';

type Columns = Readonly<Record<string, unknown>>;

/** Compares the table's rows of these orders with those that should be there, column by column. */
export async function compareRows<Row>(
  client: ClientBase,
  table: Table<Row>,
  orderIds: readonly string[],
  expected: readonly Row[],
): Promise<Difference[]> {
  const key = table.key.map(columnName);
  const columns = Object.keys(table.columns).map(columnName);
  const { rows } = await client.query<{ expected: Columns | null; found: Columns | null }>(
    // Both sides as the server writes them, so that only values differ and never notations. Nearly all rows are the same
    // to the letter, which costs the server less to see than what is in their JSON.
    `select to_jsonb(expected) as expected, to_jsonb(found) as found
     from (${givenRows(table)}) expected
     full join (select ${columns.join(', ')} from ${table.name} where order_id = any($2)) found using (${key.join(', ')})
     where expected::text is distinct from found::text and to_jsonb(expected) is distinct from to_jsonb(found)`,
    [JSON.stringify(expected), orderIds],
  );
  return rows.flatMap((row) => {
    const { expected, found } = row;
    const named = Object.fromEntries(key.map((column) => [column, (expected ?? found)?.[column]]));
    if (expected === null || found === null)
      return { table: table.name, key: named, column: '*', expected, found };
    return Object.keys(expected)
      .filter((column) => !isDeepStrictEqual(expected[column], found[column]))
      .map((column) => ({
        table: table.name,
        key: named,
        column,
        expected: expected[column],
        found: found[column],
      }));
  });
}
