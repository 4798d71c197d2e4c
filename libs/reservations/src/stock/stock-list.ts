import { type ClientBase, type Pool } from 'pg';
import { type RecordedEvent } from '@app/event-store';
import { decode } from './codec.js';
import { type StockEvent, type VariantQuantity } from './events.js';
import { ownerOf } from './stock-stream.js';

/** What there is of one product in one variant. */
export interface ListedStock {
  readonly productId: string;
  readonly variant?: string;
  /** Units that are there, those that orders wait for included. */
  readonly onHand: number;
  /** Units that orders wait for. */
  readonly held: number;
}

const conditions = { 'sold-out': 'and held >= on_hand', short: 'and held > on_hand' } as const;

export interface StockListOptions {
  /** Only what nobody can order any more, or what orders wait for more of than there is. */
  readonly only?: keyof typeof conditions;
  /** Behind which product and variant the list goes on. */
  readonly after?: Pick<ListedStock, 'productId' | 'variant'>;
  readonly limit: number;
}

/** A seller's stock by product and variant; follows the log within moments. */
export async function listStock(
  pool: Pool,
  sellerId: string,
  { only, after, limit }: StockListOptions,
): Promise<ListedStock[]> {
  const { rows } = await pool.query<StockRow>(
    `select product_id, variant, on_hand, held from stock
     where seller_id = $1 and (product_id, variant) > ($2, $3) ${only === undefined ? '' : conditions[only]}
     order by product_id, variant limit $4`,
    [sellerId, after?.productId ?? '', after?.variant ?? '', limit],
  );
  return rows.map(listed);
}

/** All that is listed of one product. */
export async function listProduct(pool: Pool, sellerId: string, productId: string): Promise<ListedStock[]> {
  const { rows } = await pool.query<StockRow>(
    'select product_id, variant, on_hand, held from stock where seller_id = $1 and product_id = $2',
    [sellerId, productId],
  );
  return rows.map(listed);
}

interface StockRow {
  readonly product_id: string;
  readonly variant: string;
  readonly on_hand: string;
  readonly held: string;
}

const listed = ({ product_id: productId, variant, on_hand, held }: StockRow): ListedStock => ({
  productId,
  ...(variant === '' ? {} : { variant }),
  onHand: Number(on_hand),
  held: Number(held),
});

/** What an event changes for each of its amounts ($4). */
const changes: Readonly<Record<StockEvent['type'], string>> = {
  StockReceived: 'on_hand = on_hand + $4',
  StockCounted: 'on_hand = $4',
  StockReserved: 'held = held + $4',
  StockSecured: '',
  StockReleased: 'held = held - $4',
  StockShipped: 'held = held - $4, on_hand = greatest(0, on_hand - $4)',
  StockReturned: 'on_hand = on_hand + $4',
};

/** Keeps the table `stock` up to one more event. */
export async function projectStock(client: ClientBase, recorded: RecordedEvent): Promise<void> {
  const event = decode(recorded);
  const { sellerId, productId } = ownerOf(recorded.stream);
  for (const { variant = '', quantity } of amountsOf(event)) {
    const key = [sellerId, productId, variant];
    await client.query(
      'insert into stock (seller_id, product_id, variant) values ($1, $2, $3) on conflict do nothing',
      key,
    );
    await client.query(
      `update stock set ${changes[event.type]} where seller_id = $1 and product_id = $2 and variant = $3`,
      [...key, quantity],
    );
  }
}

function amountsOf({ type, data }: StockEvent): readonly VariantQuantity[] {
  if (type === 'StockReceived') return [data];
  if (type === 'StockSecured') return [];
  return type === 'StockCounted' ? [{ variant: data.variant, quantity: data.onHand }] : data.amounts;
}
