/** A table of the read models: a row's property is the column of the same name in snake case. */
export interface Table<Row> {
  readonly name: string;
  readonly key: readonly Property<Row>[];
  readonly columns: Readonly<Record<Property<Row>, ColumnType>>;
  /** Whether a row changes with its order; otherwise it is written once. */
  readonly mutable: boolean;
}

export type Property<Row> = keyof Row & string;
type ColumnType = 'text' | 'bigint' | 'boolean' | 'timestamptz(3)' | 'json' | 'jsonb' | 'tsvector';

export const columnName = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The properties' columns as a query's select list, so that rows have the names of the code. */
export const selectList = (properties: readonly string[]): string =>
  properties.map((property) => `${columnName(property)} as "${property}"`).join(', ');

/** Rows of a table, given as a JSON array in the first parameter, under the names and types of its columns. */
export function givenRows<Row>({ columns }: Table<Row>): string {
  const properties = Object.entries<ColumnType>(columns);
  const select = properties.map(([property]) => `"${property}" as ${columnName(property)}`);
  const types = properties.map(([property, type]) => `"${property}" ${type}`);
  return `select ${select.join(', ')} from json_to_recordset($1) as given (${types.join(', ')})`;
}

/** A statement with its values. The name makes the server keep its plan. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: [rows: string];
}

/** Writes all rows at once. A row that is there already and has a revision gives way to a newer one only. */
export const writing = <Row>(table: Table<Row>, rows: readonly Row[]): Statement => ({
  name: `write ${table.name}`,
  text: upsert(table),
  values: [JSON.stringify(rows)],
});

function upsert<Row>(table: Table<Row>): string {
  const columns = Object.keys(table.columns).map(columnName);
  const key = table.key.map(columnName);
  const changing = columns.filter((column) => !key.includes(column));
  const newer = 'revision' in table.columns ? `where ${table.name}.revision < excluded.revision` : '';
  const action = table.mutable
    ? `update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')} ${newer}`
    : 'nothing';
  return `insert into ${table.name} (${columns.join(', ')}) ${givenRows(table)}
    on conflict (${key.join(', ')}) do ${action}`;
}
