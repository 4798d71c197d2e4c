/** What the command line ends with, for scripts to go by. */
export const exitCodes = {
  ok: 0,
  /** Not found, differences found, or something failed. */
  failed: 1,
  /** The call itself was wrong: unknown command, missing or malformed argument. */
  wrongUsage: 2,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
