export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/**
 * How long to wait after so many failures, in milliseconds: twice as long each time up to the longest, give or take a
 * fifth, so that what failed together does not come back together.
 */
export const retryDelayMs = (failures: number, { firstMs, longestMs }: Backoff): number =>
  Math.min(longestMs, firstMs * 2 ** (failures - 1)) * (0.8 + 0.4 * Math.random());
