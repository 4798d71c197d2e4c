/**
 * Lets appends through only on a connection that was verified. `verify` is the owner's check that the log is still his;
 * without one all pass.
 */
export class Fence {
  private verify: (() => Promise<void>) | undefined;
  private verified: number | undefined;
  private verifying: Promise<void> | undefined;

  /** `connection` counts the connections made so far, and makes one where there is none. */
  constructor(private readonly connection: () => number | Promise<number>) {}

  guard(verify: () => Promise<void>): void {
    this.verify = verify;
    this.verified = undefined;
  }

  /** Resolves on a verified connection; throws what `verify` throws. */
  async pass(): Promise<void> {
    while (this.verify && this.verified !== (await this.connection())) {
      this.verifying ??= this.look(this.verify).finally(() => (this.verifying = undefined));
      await this.verifying;
    }
  }

  private async look(verify: () => Promise<void>): Promise<void> {
    // A connection that is made meanwhile is looked at as well.
    const connection = await this.connection();
    await verify();
    this.verified = connection;
  }
}
