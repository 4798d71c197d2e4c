import { type ConsumedRecord } from '../status-log.port.js';

/**
 * The record as PostgreSQL can keep it: its text holds every character but NUL. No record that follows the
 * contract has one, but a foreign one that could not even be parked would block its partition.
 */
export function storable(record: ConsumedRecord): ConsumedRecord {
  const { key, headers, value } = record;
  const replaced = (text: string): string => text.replaceAll('\0', '\uFFFD');
  return {
    ...record,
    key: replaced(key),
    headers: Object.fromEntries(Object.entries(headers).map((entry) => entry.map(replaced))),
    value: replaced(value),
  };
}
