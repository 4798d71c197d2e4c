declare global {
  /** Set by the global setup when it started a server. */
  var stopTestServer: (() => Promise<void>) | undefined;
}

export default async function globalTeardown(): Promise<void> {
  await globalThis.stopTestServer?.();
}
