import { type ClientBase, DatabaseError } from 'pg';
import { type Parking, parkingFor } from '@app/followers';
import { orderStream } from '@app/order-log';
import { type Statement } from '../tables/table.js';
import { type OrderChange } from './fold-events.js';
import { statementsFor } from './statements.js';

/**
 * Writes the changes, and gives back as failures those that the database refuses because of what they hold:
 * a text with a null byte, an id too long for an index. They are found by halving the batch.
 */
export async function writeOrPark(
  client: ClientBase,
  changes: readonly OrderChange[],
  statements: readonly Statement[] = statementsFor(changes),
): Promise<Parking[]> {
  if (changes.length === 0) return [];
  await client.query('savepoint changes');
  try {
    for (const statement of statements) await client.query(statement);
    await client.query('release savepoint changes');
    return [];
  } catch (error) {
    if (!isAboutContent(error)) throw error;
    await client.query('rollback to savepoint changes');
    if (changes.length === 1) return [failureOf(changes[0]!, error)];
    const half = Math.ceil(changes.length / 2);
    return [
      ...(await writeOrPark(client, changes.slice(0, half))),
      ...(await writeOrPark(client, changes.slice(half))),
    ];
  }
}

/** Classes of SQLSTATE: data exception, integrity constraint violation, program limit exceeded. */
const isAboutContent = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && /^(22|23|54)/.test(error.code ?? '');

const failureOf = ({ orderId, timeline, position }: OrderChange, error: DatabaseError): Parking =>
  parkingFor({ stream: orderStream(orderId), revision: timeline[0]!.revision, position }, error);
