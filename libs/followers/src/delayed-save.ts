/**
 * Saves the newest of many values, some time after it came. What is offered must be worth nothing but some work spared:
 * a failure to save it is passed over.
 */
export class DelayedSave<Value> {
  private newest: Value | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly save: (value: Value) => Promise<unknown>,
    private readonly afterMs: number,
  ) {}

  offer(value: Value): void {
    this.newest = value;
    this.timer ??= setTimeout(() => void this.flush(), this.afterMs).unref();
  }

  /** Forgets what waits: something newer was saved. */
  drop(): void {
    this.newest = undefined;
  }

  /** Saves what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { newest } = this;
    this.newest = undefined;
    if (newest !== undefined) await this.save(newest).catch(() => {});
  }
}
