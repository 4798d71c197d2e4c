import { StreamDamaged, understood } from '@app/event-store';
import { type Parking, parkingFor } from '@app/followers';
import { type Handle } from './follow-resource.js';
import { type Resource } from './resource.js';

/** Notes which orders hold something in the resource's streams. */
export const noteReservations =
  (resource: Resource): Handle =>
  async (client, events) => {
    const parkings = new Map<string, Parking>();
    for (const event of events) {
      if (parkings.has(event.stream)) continue;
      let reservation: ReturnType<Resource['reservationIn']>;
      try {
        reservation = understood(event, (recorded) => resource.reservationIn(recorded));
      } catch (error) {
        parkings.set(event.stream, parkingFor(event, error));
        continue;
      }
      await resource.project?.(client, event);
      try {
        await resource.follow?.(event);
      } catch (error) {
        if (!(error instanceof StreamDamaged)) throw error;
        parkings.set(event.stream, parkingFor(event, error));
      }
      if (reservation === undefined) continue;
      const { orderId, held } = reservation;
      await client.query(
        held
          ? 'insert into reservations (stream, order_id, ordered) values ($1, $2, false) on conflict do nothing'
          : 'delete from reservations where stream = $1 and order_id = $2',
        [event.stream, orderId],
      );
    }
    return [...parkings.values()];
  };
