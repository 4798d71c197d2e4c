import { type StatusRecord } from '@app/status-events';

export type Numbered = Pick<StatusRecord, 'key' | 'headers'>;

const keys = 40;

/** Records at the log positions from `first` to `last`, of orders that take turns. */
export const numberedRecords = (first: number, last: number): StatusRecord[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    key: `order-${(first + index) % keys}`,
    headers: { ce_logposition: String(first + index) },
    value: 'x'.repeat(500),
  }));

export const positionOf = ({ headers }: Numbered): number => Number(headers.ce_logposition);

/** The positions that each order's consumer acts on, given that it drops what it has had. */
export function effects(records: readonly Numbered[]): Map<string, number[]> {
  const positions = new Map<string, Set<number>>();
  for (const record of records)
    positions.set(record.key, (positions.get(record.key) ?? new Set()).add(positionOf(record)));
  return new Map([...positions].sort().map(([key, some]) => [key, [...some]]));
}

/** Whether there are records of all positions up to that one. */
export const reach = (records: readonly Numbered[], last: number): boolean =>
  new Set(records.map(positionOf).filter((position) => position <= last)).size === last;
