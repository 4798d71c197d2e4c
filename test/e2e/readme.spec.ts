import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningSystem, runningSystem } from '../support/running-system.js';

let system: RunningSystem;

/** The rows of the table of commands: path and example body. */
async function examples(): Promise<{ path: string; body: unknown }[]> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = readme.matchAll(/^\| `POST (\/orders\S*)` +\| `({.*?})`/gm);
  return [...rows].map(([, path, body]) => ({ path: path!, body: JSON.parse(body!) as unknown }));
}

describe('the examples of the README', () => {
  beforeAll(async () => {
    system = await runningSystem();
  });
  afterAll(() => system.stop());

  it('are accepted in the order in which they stand', async () => {
    let orderId = '';
    const statuses: unknown[] = [];
    for (const { path, body } of await examples()) {
      const answer = await system.call('POST', path.replace('{id}', orderId), { body });
      orderId ||= answer.body['orderId'] as string;
      statuses.push(answer.body['status']);
    }
    expect(statuses).toEqual([
      'AwaitingPayment',
      'AwaitingConfirmation',
      'Confirmed',
      'PartiallyShipped',
      'PartiallyShipped',
      'Delivered',
      'Delivered',
    ]);
  });
});
