import { parkingReasons } from '../consumer/parked-record.js';

/** The schema of an object with fields that are always there, and fields that may be missing. */
export const object = (always: object, sometimes: object = {}) => ({
  type: 'object',
  required: Object.keys(always),
  properties: { ...always, ...sometimes },
});

export const id = { type: 'string', minLength: 1 };

const digits = { type: 'string', pattern: '^[0-9]+$' };

/** Those of every record: a CloudEvent in Kafka's binary mode. */
export const recordHeaders = object(
  {
    'content-type': { const: 'application/json' },
    ce_specversion: { const: '1.0', description: "CloudEvents 1.0 in Kafka's binary mode." },
    ce_id: {
      type: 'string',
      description: 'Id of the domain event. The same ce_source and ce_id again is a duplicate.',
      format: 'uuid',
    },
    ce_source: { type: 'string', description: '/orders/<order id>', pattern: '^/orders/.+$' },
    ce_type: {
      type: 'string',
      description: 'The name of the message.',
      pattern: '^orders\\.status\\.[a-z-]+\\.v[0-9]+$',
    },
    ce_time: {
      type: 'string',
      description: 'When it happened (UTC). Never order by it.',
      format: 'date-time',
    },
    ce_partitionkey: id,
    ce_sequence: {
      type: 'string',
      description: 'Number within the order: 1, 2, 3 … without gaps, padded with zeros.',
      pattern: '^[0-9]{10}$',
    },
    ce_correlationid: {
      type: 'string',
      description: 'Joins everything that one request from outside set off.',
    },
    ce_causationid: { type: 'string', description: 'Id of the command.' },
    ce_logposition: { ...digits, description: 'Position in the event log that it was published from.' },
  },
  {
    ce_traceparent: {
      type: 'string',
      description:
        "The span in which it was published (W3C Trace Context; CloudEvents' distributed tracing extension), where the request behind it was traced.",
      pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
    },
  },
);

/** Those that a dead letter has besides. */
export const deadLetterHeaders = {
  description: 'Those of the record, which may be anything where it was unreadable, and these.',
  ...object({
    dlq_topic: { const: 'orders.status.v1' },
    dlq_partition: { ...digits, description: 'Where the record stands in that topic.' },
    dlq_offset: digits,
    dlq_reason: {
      enum: parkingReasons,
      description:
        'It waits for an earlier event of its order, which has not come or is parked itself; or it was tried in vain.',
    },
    dlq_error: { type: 'string', description: 'At most 2,000 characters of it.' },
    dlq_attempts: { ...digits, description: 'How often it was tried.' },
    dlq_parked_at: { type: 'string', description: 'UTC.', format: 'date-time' },
  }),
  additionalProperties: { type: 'string' },
};
