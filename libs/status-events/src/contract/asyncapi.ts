import {
  type OrderEventType,
  orderStatuses,
  type PublicEvent,
  publicEvents,
  roles,
  timerNames,
} from '@app/ordering';
import { deadLetterHeaders, id, object, recordHeaders } from './header-schemas.js';
import { statusEventType } from './status-event-types.js';

const description = `What happens to the orders of the marketplace, for every system that has to know.

One event of an order's history makes exactly one status event. Delivery is at least once and in order per order: keep the last ce_sequence per order together with your effect, drop what is not newer, and expect exactly the next number; a gap means that something has not arrived yet.

Events only ever gain optional fields, so ignore fields that you do not know. A breaking change is published as a new version of the type beside the old one. New types come as well: pass over those that you do not know.

People appear by id only: no address, name, phone number, message or evidence. A shop also appears by the name that it has chosen.

A record that a consumer group cannot apply is parked, and the later events of that order with it, until it is released in order. On Kafka the group's topic orders.status.v1.<group>.dlq tells of everything that is parked.`;

const orderKey = {
  kafka: { key: { type: 'string', description: 'The order id.' }, bindingVersion: '0.5.0' },
};
const ref = (path: string) => ({ $ref: `#/${path}` });

/** The topics and all their messages, for readers of any language: AsyncAPI 3.0, with JSON Schemas. */
export const asyncApi = () => ({
  asyncapi: '3.0.0',
  info: { title: 'Order status events', version: '1.0.0', description },
  defaultContentType: 'application/json',
  channels: {
    orderStatus: {
      address: 'orders.status.v1',
      description: 'Keyed by order id. The number of partitions is fixed for the life of the topic.',
      messages: perEvent(({ name }) => ref(`components/messages/${name}`)),
    },
    deadLetters: {
      address: 'orders.status.v1.{group}.dlq',
      description:
        "What a consumer group has parked, keyed by order id and in the order of parking, at least once. Only on Kafka. It tells; what is still parked is known to the group's database alone.",
      parameters: { group: { description: 'The consumer group.', examples: ['notices', 'tracking'] } },
      messages: { deadLetter },
    },
  },
  operations: {
    publishOrderStatus: {
      action: 'send',
      channel: ref('channels/orderStatus'),
      summary: 'The order system tells what happened to an order.',
    },
    publishDeadLetter: {
      action: 'send',
      channel: ref('channels/deadLetters'),
      summary: 'A consumer group tells what it has parked.',
    },
  },
  components: {
    messages: perEvent(({ type, summary, fields, optional }) => ({
      name: statusEventType(type),
      summary,
      traits: [ref('components/messageTraits/cloudEvent')],
      payload: {
        type: 'object',
        allOf: [ref('components/schemas/Order')],
        required: ['change'],
        properties: { change: object(fields, optional) },
      },
    })),
    messageTraits: {
      cloudEvent: {
        contentType: 'application/json',
        headers: ref('components/schemas/Headers'),
        bindings: orderKey,
      },
    },
    schemas: { Headers: recordHeaders, DeadLetterHeaders: deadLetterHeaders, Order: order, Status: status },
  },
});

const events: readonly (PublicEvent & { readonly type: OrderEventType })[] = Object.values(publicEvents);

const perEvent = <T>(made: (event: (typeof events)[number]) => T): Record<string, T> =>
  Object.fromEntries(events.map((event) => [event.name, made(event)]));

const deadLetter = {
  name: 'dead letter',
  summary:
    'A record of orders.status.v1 as it came, headers and value, with headers that say why it was parked.',
  headers: ref('components/schemas/DeadLetterHeaders'),
  bindings: orderKey,
};

const order = {
  description: 'What every event says of its order.',
  ...object(
    {
      orderId: id,
      checkoutId: { ...id, description: 'Joins the orders of one checkout over several sellers.' },
      buyerId: id,
      sellerId: id,
      revision: {
        type: 'integer',
        minimum: 0,
        description: 'Revision of the order with this event in it.',
      },
      after: ref('components/schemas/Status'),
    },
    {
      before: { description: 'Missing where the order begins.', allOf: [ref('components/schemas/Status')] },
      sellerName: { type: 'string', description: 'What the shop is called.' },
      by: {
        enum: [...roles, 'timer'],
        description: "Who made it happen: somebody in this role, or one of the order's own timers.",
      },
      goods: {
        type: 'array',
        description: 'What it is about, by name: some units, or all that the order has.',
        items: object(
          { lineId: id, quantity: { type: 'integer', minimum: 1 }, title: { type: 'string' } },
          {
            variant: { type: 'string', description: 'Size, colour and the like.' },
            needsShipping: { const: false, description: 'Missing where it is sent.' },
          },
        ),
      },
      deadlines: {
        type: 'array',
        description: 'The timers that run from now on, the next to fall due first.',
        items: object(
          { timer: { enum: timerNames }, dueAt: { type: 'string', format: 'date-time' } },
          { subject: { ...id, description: 'The return, claim, request or refund that it is about.' } },
        ),
      },
      imported: {
        const: true,
        description: 'Recorded history from another system: tell nobody of it as news.',
      },
    },
  ),
};

const status = object(
  {
    status: { enum: orderStatuses },
    buyerLabel: { type: 'string', description: 'What a buyer reads.' },
  },
  {
    sellerLabel: {
      type: 'string',
      description: 'What a seller reads; missing as long as the seller does not see the order.',
    },
  },
);
