import { type ReservationRow, type SettleOptions, settleReservation } from './settle-orders.js';
import { type Transact } from './transactions.js';

/** How long a reservation waits for its order: far longer than any request takes. */
const reservationTimeout = '15 minutes';

const atOnce = 100;

/** Settles reservations that no order has followed in time: mostly there is none, and they are given back. */
export async function releaseForgotten(
  options: SettleOptions & { readonly transact: Transact },
): Promise<void> {
  for (let settled = atOnce; settled === atOnce;)
    settled = await options.transact(async (client) => {
      const { rows } = await client.query<ReservationRow>(
        `select stream, order_id from reservations
         where not ordered and since < now() - interval '${reservationTimeout}'
         order by since limit ${atOnce} for update skip locked`,
      );
      for (const row of rows) await settleReservation(client, row, options);
      return rows.length;
    });
}
