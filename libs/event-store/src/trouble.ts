/** Passes on why something does not work, once per change of the reason, and undefined once it works again. */
export class Trouble {
  private reported: string | undefined;

  constructor(private readonly report: ((trouble: Error | undefined) => void) | undefined) {}

  is(trouble: Error | undefined): void {
    if (trouble?.message === this.reported) return;
    this.reported = trouble?.message;
    this.report?.(trouble);
  }
}
