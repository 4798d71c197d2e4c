import { setTimeout as delay } from 'node:timers/promises';
import { authSecret, mintToken, run, StartError } from '@app/platform';
import { demoEngines } from './demo-engines.js';
import { describeAnswer } from './describe-answer.js';
import { startOrders } from './start-orders.js';
import { walkthrough, type WalkthroughStep } from './walkthrough.js';

/** How long the lists may take to show what the commands did; they usually need a few milliseconds. */
const timeoutMs = 10_000;

const print = (line = ''): void => void process.stdout.write(`${line}\n`);

await run(async () => {
  const engines = await demoEngines(process.env);
  print('Starting the whole system:');
  for (const line of engines.description) print(`  ${line}`);
  try {
    const orders = await startOrders(engines.settings, print);
    try {
      const token = await mintToken(await authSecret(engines.settings), { role: 'service', sub: 'demo' });
      await walk(orders.url, token);
    } finally {
      await orders.close();
    }
  } finally {
    await engines.remove();
  }
  print('\nThat was an order from creation to delivery. `npm start` keeps the system running for yours.');
});

async function walk(url: string, token: string): Promise<void> {
  let orderId = '';
  for (const step of walkthrough) {
    print(`\n● ${step.title}`);
    const call = () => send(url, token, { ...step, path: step.path.replace('$ORDER', orderId) });
    const answer = step.method === 'POST' ? await call() : await untilDelivered(call);
    orderId ||= (answer as { orderId: string }).orderId;
    for (const line of describeAnswer(step, answer)) print(`  ${line}`);
  }
}

async function send(url: string, token: string, { method, path, body }: WalkthroughStep): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok)
    throw new StartError(`${method} ${path} was answered ${response.status}: ${JSON.stringify(answer)}`);
  return answer;
}

/** Lists, notices and tracking follow the log: asks until they show the delivery. */
async function untilDelivered(call: () => Promise<unknown>): Promise<unknown> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await call();
    if (/delivered/i.test(JSON.stringify(answer))) return answer;
    if (Date.now() > deadline) throw new StartError('The read models did not show the delivery in time.');
    await delay(20);
  }
}
