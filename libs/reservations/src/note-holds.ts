import { type Handle } from './follow.js';
import { type Resource } from './resource.js';

/** Notes which orders hold something in the resource's streams. */
export const noteHolds =
  (resource: Resource): Handle =>
  async (client, events) => {
    for (const event of events) {
      await resource.project?.(client, event);
      const hold = resource.holdIn(event);
      if (hold === undefined) continue;
      const { orderId, held } = hold;
      await client.query(
        held
          ? 'insert into reservations (stream, order_id, ordered) values ($1, $2, false) on conflict do nothing'
          : 'delete from reservations where stream = $1 and order_id = $2',
        [event.stream, orderId],
      );
    }
  };
