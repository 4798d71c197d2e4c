import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { collect } from '../testing/events.js';
import { type TestNode, testNode } from '../testing/test-node.js';

let test: TestNode;
beforeAll(async () => {
  test = await testNode();
});
afterAll(() => test.close());

it('the commands of the guide set the least rights', async () => {
  const root = new URL('../../../../', import.meta.url);
  const guide = await readFile(new URL('docs/eventstoredb.md', root), 'utf8');
  const [, commands = ''] = /```sh\n(ADMIN=.*?)```/s.exec(guide) ?? [];
  const here = commands.replace(/ADMIN='[^']*'/, `ADMIN='${test.node.connectionString}'`);
  await promisify(execFile)('sh', ['-c', here], { cwd: root });
  const data = async (stream: string): Promise<unknown[]> =>
    (await collect(test.store.readStream(stream))).map((event) => JSON.parse(event.data.toString()));
  const admins = '$admins';
  const ours = ['$admins', 'orders-app'];
  expect(await data('$$$all')).toEqual([{ $acl: { $r: ours } }]);
  expect(await data('$settings')).toEqual([
    {
      $userStreamAcl: { $r: ours, $w: ours, $d: admins, $mr: admins, $mw: admins },
      $systemStreamAcl: { $r: admins, $w: admins, $d: admins, $mr: admins, $mw: admins },
    },
  ]);
});
