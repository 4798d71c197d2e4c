/** Lets one loop wait for news; news that came while nobody waited is not lost. */
export class WakeUp {
  private due = false;
  private resume = (): void => {};

  /** Ends the wait, or the next one. */
  readonly ring = (): void => {
    this.due = true;
    this.resume();
  };

  /** Waits for news, at most so many milliseconds. */
  async wait(milliseconds: number): Promise<void> {
    if (!this.due) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.resume = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.due = false;
  }
}
