declare global {
  /** Set by the global setup. */
  var removeTestDatabases: (() => Promise<void>) | undefined;
}

export default async function globalTeardown(): Promise<void> {
  await globalThis.removeTestDatabases?.();
}
