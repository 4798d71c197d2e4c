/** One environment variable that cannot be used. */
export interface WrongVariable {
  readonly name: string;
  /** What it is set to; of what may hold a password only the shape. */
  readonly found: string;
  readonly allowed: string;
}

/** The environment cannot be used; the message lists every variable that is wrong. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly wrong: readonly WrongVariable[]) {
    const lines = wrong.map(({ name, found, allowed }) => `  ${name} is ${found}; allowed: ${allowed}`);
    super(`These environment variables have to be changed:\n${lines.join('\n')}`);
  }
}
