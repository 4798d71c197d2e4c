import { runCli } from './run-cli.js';

// Whoever writes gets the error and deals with it; without a listener it would end the process before.
process.stdout.on('error', () => {});
process.exitCode = await runCli(process.argv.slice(2), {
  env: process.env,
  out: process.stdout,
  err: process.stderr,
});
