import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { projectFolder } from '../../infra/local/project-folder.js';
import { describeLifeOfAnOrder } from '../e2e/life-of-an-order.js';
import { deployables, SeparateProcesses } from '../support/separate-processes.js';
import { SteadyLoad, type WalkedOrder } from './steady-load.js';
import { grownUpEngines, type Killable, postgresAlone } from './surroundings.js';

const surroundings = [
  ['PostgreSQL alone', postgresAlone],
  ["Kafka, EventStoreDB's protocol and PostgreSQL", grownUpEngines],
] as const;

const walkedEvents = [
  'OrderPlaced',
  'PaymentCaptured',
  'OrderConfirmed',
  'PackageArranged',
  'PackageShipped',
  'PackageDelivered',
  'OrderDelivered',
];
const buyersNotices = ['placed', 'payment-captured', 'confirmed', 'shipped', 'delivered'];

describe.each(surroundings)('on %s', (name, surround) => {
  let system: SeparateProcesses;
  let environment: NodeJS.ProcessEnv;
  let engines: Readonly<Record<string, Killable>>;
  let load: SteadyLoad | undefined;
  beforeAll(async () => {
    const around = await surround();
    ({ environment, engines } = around);
    system = await SeparateProcesses.start(around);
  });
  afterAll(async () => {
    load?.abandon();
    await system.stop();
  });

  describeLifeOfAnOrder('separate processes', () => system);

  const shown = async ({ buyer }: WalkedOrder): Promise<string[]> => {
    const { body } = await system.call<{ items: { kind: string }[] }>('GET', `/buyers/${buyer}/notices`);
    return body.items.map(({ kind }) => kind).reverse();
  };
  const recorded = async ({ orderId }: WalkedOrder): Promise<string[]> => {
    const { body } = await system.call('GET', `/orders/${orderId}/history`);
    return (body as unknown as { type: string }[]).map(({ type }) => type);
  };

  it('loses and doubles nothing while each process is killed under load and started again', async () => {
    const callers = new SteadyLoad(system);
    load = callers;
    const progress = async (): Promise<void> => {
      const before = callers.walked.length;
      await untilAnswer(
        () => Promise.resolve(callers.walked.length),
        (walked) => walked > before + 6,
        60_000,
      );
    };
    await progress();
    const victims: Killable[] = [...deployables.map((app) => system.process(app)), ...Object.values(engines)];
    for (const victim of victims) {
      await victim.kill();
      await victim.start();
      await progress();
    }
    await callers.stop();

    for (const order of callers.walked) {
      expect(await recorded(order)).toEqual(walkedEvents);
      const notices = await untilAnswer(
        () => shown(order),
        ({ length }) => length >= buyersNotices.length,
        60_000,
      );
      expect(notices).toEqual(buyersNotices);
    }
    // Rows of the read models, of tracking and of stock, compared with a fold of the log.
    await verify(environment);
    expect(callers.repetitions).toBeGreaterThan(0);
    process.stdout.write(
      `${name}: ${callers.walked.length} orders, ${victims.length} kills, ${callers.repetitions} commands sent again\n`,
    );
  }, 900_000);
});

const verify = (environment: NodeJS.ProcessEnv) =>
  promisify(execFile)(
    process.execPath,
    [join(projectFolder(), 'dist/apps/orders-cli/src/main.js'), 'verify'],
    {
      env: { PATH: process.env.PATH, ...environment },
    },
  );
