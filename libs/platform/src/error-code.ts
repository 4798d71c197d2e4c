/** The code that systems, PostgreSQL and libraries put on their errors, if this is one of those. */
export const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
