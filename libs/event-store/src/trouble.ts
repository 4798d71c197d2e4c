/** Passes on why something does not work, once per change of the reason, and undefined once it works again. */
export class Trouble {
  private told: string | undefined;

  constructor(private readonly tell: ((trouble: Error | undefined) => void) | undefined) {}

  is(trouble: Error | undefined): void {
    if (trouble?.message === this.told) return;
    this.told = trouble?.message;
    this.tell?.(trouble);
  }
}
