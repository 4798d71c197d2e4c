import { hostname, userInfo } from 'node:os';

/** Who runs the command: the account and the machine. */
export const operator = (): string => `${account()}@${hostname()}`;

/** A container may run under a number that no account has. */
function account(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.()}`;
  }
}
