/** A place in a list, newest orders first: right behind this order. */
export interface Cursor {
  /** ISO 8601, UTC. */
  readonly placedAt: string;
  readonly orderId: string;
}

export const writeCursor = ({ placedAt, orderId }: Cursor): string =>
  Buffer.from(JSON.stringify([placedAt, orderId])).toString('base64url');

/** Undefined where the text is no cursor that a list gave out. */
export function readCursor(text: string): Cursor | undefined {
  try {
    const [placedAt, orderId, ...rest] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const sound =
      typeof placedAt === 'string' &&
      typeof orderId === 'string' &&
      rest.length === 0 &&
      // JavaScript has years that PostgreSQL does not take.
      /^[1-9]\d{3}-/.test(placedAt) &&
      new Date(placedAt).toISOString() === placedAt;
    return sound ? { placedAt, orderId } : undefined;
  } catch {
    return undefined;
  }
}
