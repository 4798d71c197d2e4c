import { type ClientBase, type Pool } from 'pg';
import { type RecordedEvent } from '@app/event-store';
import { type CouponTerms } from '@app/ordering';
import { decode } from './codec.js';
import { couponStreamPrefix } from './coupon-stream.js';

/** A coupon with how often it is in use. */
export interface ListedCoupon {
  readonly terms: CouponTerms;
  readonly issuedAt: string;
  readonly withdrawnAt?: string;
  /** Orders that use it, without those that gave it back. */
  readonly redeemed: number;
}

/** Most coupons of one list. */
const longestList = 200;

/** A seller's coupons, the newest first; follows the log within moments. */
export const listCoupons = (pool: Pool, sellerId: string): Promise<ListedCoupon[]> =>
  listed(pool, `seller_id = $1 order by issued_at desc, code limit ${longestList}`, [sellerId]);

/** One of them, as the list has it. */
export const listedCoupon = async (
  pool: Pool,
  sellerId: string,
  code: string,
): Promise<ListedCoupon | undefined> =>
  (await listed(pool, 'seller_id = $1 and code = $2', [sellerId, code]))[0];

interface CouponRow {
  readonly terms: CouponTerms;
  readonly issued_at: Date;
  readonly withdrawn_at: Date | null;
  readonly redeemed: string;
}

async function listed(pool: Pool, where: string, values: readonly string[]): Promise<ListedCoupon[]> {
  const { rows } = await pool.query<CouponRow>(
    `select terms, issued_at, withdrawn_at, redeemed from coupons where ${where}`,
    [...values],
  );
  return rows.map(({ terms, issued_at, withdrawn_at, redeemed }) => ({
    terms,
    issuedAt: issued_at.toISOString(),
    ...(withdrawn_at === null ? {} : { withdrawnAt: withdrawn_at.toISOString() }),
    redeemed: Number(redeemed),
  }));
}

/** Keeps the table `coupons` up to one more event. */
export async function projectCoupon(client: ClientBase, recorded: RecordedEvent): Promise<void> {
  const event = decode(recorded);
  const coupon = recorded.stream.slice(couponStreamPrefix.length).split('/');
  switch (event.type) {
    case 'CouponIssued':
      await client.query('insert into coupons (seller_id, code, terms, issued_at) values ($1, $2, $3, $4)', [
        ...coupon,
        event.data,
        event.at,
      ]);
      break;
    case 'CouponWithdrawn':
      await client.query('update coupons set withdrawn_at = $3 where seller_id = $1 and code = $2', [
        ...coupon,
        event.at,
      ]);
      break;
    default:
      await client.query('update coupons set redeemed = redeemed + $3 where seller_id = $1 and code = $2', [
        ...coupon,
        event.type === 'CouponRedeemed' ? 1 : -1,
      ]);
  }
}
