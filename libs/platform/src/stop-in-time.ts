/** Milliseconds for finishing what was begun: a little less than the 10 s after which supervisors kill at the earliest. */
const limitMs = 9_500;

/**
 * From now on a process that has not stopped in time after SIGTERM or SIGINT ends with exit code 1, as by a crash. `log` is
 * told of the signal.
 */
export function stopInTime(log: (message: string) => void): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      log(`Stopping on ${signal}: what was begun is finished first.`);
      endInTime();
    });
}

/** From now on a process that has not ended in time by itself ends with exit code 1. */
export function endInTime(): void {
  setTimeout(giveUp, limitMs).unref();
}

function giveUp(): void {
  process.stderr.write(`The process had not stopped after ${limitMs} ms, and ends as it is.\n`);
  process.exit(1);
}
