import { type CustomTypesConfig, type Pool, types } from 'pg';

/** Whole numbers as numbers (all of ours are exact in a double) and times as ISO 8601 in UTC. */
const asInCode: CustomTypesConfig = {
  getTypeParser(oid, format) {
    const parse: (text: string) => unknown = types.getTypeParser(oid, format);
    if (oid === types.builtins.INT8) return Number;
    if (oid === types.builtins.TIMESTAMPTZ) return (text: string) => (parse(text) as Date).toISOString();
    return parse;
  },
};

export async function readRows<Row extends object>(
  pool: Pool,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ text, values: [...values], types: asInCode });
  return rows;
}
