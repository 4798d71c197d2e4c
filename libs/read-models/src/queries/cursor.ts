/** A place in a list of orders by time: right behind this one. */
export interface Cursor {
  /** By which the list is sorted: when the order was placed, changed or reviewed (ISO 8601, UTC). */
  readonly at: string;
  readonly orderId: string;
}

export const writeCursor = ({ at, orderId }: Cursor): string =>
  Buffer.from(JSON.stringify([at, orderId])).toString('base64url');

/** Undefined where the text is no cursor that a list gave out. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const [at, orderId, ...rest] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const sound =
      typeof at === 'string' &&
      typeof orderId === 'string' &&
      rest.length === 0 &&
      // JavaScript has years that PostgreSQL does not take.
      /^[1-9]\d{3}-/.test(at) &&
      new Date(at).toISOString() === at;
    return sound ? { at, orderId } : undefined;
  } catch {
    return undefined;
  }
}
