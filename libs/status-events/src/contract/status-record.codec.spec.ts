import { describe, expect, it } from '@jest/globals';
import { histories } from '../testing/histories.js';
import { statusEventsOf } from '../testing/status-events-of.js';
import { fromRecord, sequenceOf, toRecord, UnreadableStatusRecord } from './status-record.codec.js';

const events = Object.values(histories).flatMap((history) => statusEventsOf(history));
const event = events[0]!;
const record = toRecord(event);

describe('the codec of status records', () => {
  it('writes CloudEvents in the binary mode of Kafka', () => {
    expect(record.key).toBe('o-1');
    expect(record.headers).toEqual({
      'content-type': 'application/json',
      ce_specversion: '1.0',
      ce_id: event.id,
      ce_source: '/orders/o-1',
      ce_type: 'orders.status.placed.v1',
      ce_time: event.time,
      ce_partitionkey: 'o-1',
      ce_sequence: '0000000001',
      ce_correlationid: 'correlation-1',
      ce_causationid: 'command-1',
      ce_logposition: '1',
    });
    expect(JSON.parse(record.value)).toEqual(JSON.parse(JSON.stringify(event.data)));
  });

  it('tells of the span that it was published in, where there was one', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const traced = toRecord({ ...event, traceparent });
    expect(traced.headers).toEqual({ ...record.headers, ce_traceparent: traceparent });
    expect(fromRecord(traced)).toEqual({ ...event, traceparent });
  });

  it('reads what it wrote', () => {
    for (const each of events) expect(fromRecord(toRecord(each))).toEqual(each);
  });

  it('keeps unknown types and fields of newer publishers', () => {
    const headers = { ...record.headers, ce_type: 'orders.status.gifted.v1' };
    expect(fromRecord({ ...record, headers }).type).toBe('orders.status.gifted.v1');
    const value = JSON.stringify({ ...event.data, gift: true });
    expect(fromRecord({ ...record, value }).data).toHaveProperty('gift', true);
  });

  it.each([
    ['a missing header', { headers: { ...record.headers, ce_id: '' } }, 'ce_id'],
    ['another CloudEvents version', { headers: { ...record.headers, ce_specversion: '2.0' } }, '2.0'],
    ['a missing type', { headers: { ...record.headers, ce_type: '' } }, 'ce_type'],
    ['a bad sequence', { headers: { ...record.headers, ce_sequence: '0' } }, 'ce_sequence'],
    ['a bad log position', { headers: { ...record.headers, ce_logposition: '-1' } }, 'ce_logposition'],
    ['a value that is no JSON', { value: '{' }, 'JSON'],
    ['a value that is no object', { value: 'null' }, 'JSON'],
    ['the data of another order', { key: 'o-2' }, 'o-2'],
  ])('refuses %s', (_, change, word) => {
    const read = () => fromRecord({ ...record, ...change });
    expect(read).toThrow(UnreadableStatusRecord);
    expect(read).toThrow(word);
  });

  it('finds the sequence of a record that it cannot read', () => {
    expect(sequenceOf({ ...record, value: '{' })).toBe(1);
    expect(sequenceOf({ ...record, headers: {} })).toBeUndefined();
  });
});
