import { inspect } from 'node:util';
import { type EngineLog } from '@app/engines';
import { loadSettings, run, stopInTime } from '@app/platform';
import { curlSequence } from './curl-sequence.js';
import { startOrders } from './start-orders.js';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printEngineLog: EngineLog = (message, facts) => print(facts ? `${message} ${inspect(facts)}` : message);

await run(async () => {
  const settings = loadSettings(process.env);
  const { url } = await startOrders(settings, printEngineLog);
  stopInTime(print);
  print(`
Orders listen on ${url} (documentation: ${url}/docs). Ctrl-C stops them.
Paste this into another shell, in the same folder, to take an order from creation to delivery:

${curlSequence(url, settings)}
`);
});
