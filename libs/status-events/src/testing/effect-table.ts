import { type Pool } from 'pg';
import { type HandleEvents } from '../consumer/effects.js';

/** An effect that shows each time it happens. */
export class EffectTable {
  private constructor(private readonly pool: Pool) {}

  static async create(pool: Pool): Promise<EffectTable> {
    await pool.query(
      'create table effects (nr serial, consumer_group text, order_id text, sequence integer)',
    );
    return new EffectTable(pool);
  }

  handler(group: string, poison: (orderId: string, sequence: number) => boolean = () => false): HandleEvents {
    return async (events, tx) => {
      for (const { partitionkey, sequence } of events) {
        await tx.query('insert into effects (consumer_group, order_id, sequence) values ($1, $2, $3)', [
          group,
          partitionkey,
          sequence,
        ]);
        if (poison(partitionkey, sequence)) throw new Error(`cannot apply ${sequence}`);
      }
    };
  }

  /** The sequences whose effects have happened, per order, in the order in which they did. */
  async of(group: string): Promise<Record<string, number[]>> {
    const { rows } = await this.pool.query<{ order_id: string; sequences: number[] }>(
      `select order_id, array_agg(sequence order by nr) as sequences from effects
       where consumer_group = $1 group by order_id`,
      [group],
    );
    return Object.fromEntries(rows.map((row) => [row.order_id, row.sequences]));
  }
}
