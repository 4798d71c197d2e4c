import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EventStoreProcess } from './event-store-process.js';

const KIT = 'test/eventstoredb-protocol';
const KNOWN = `${KIT}/known-differences.json`;

/** A real server, where nothing may differ. */
const foreign = process.env.EVENT_STORE;

let served: EventStoreProcess | undefined;
beforeAll(async () => {
  if (foreign === undefined) served = await EventStoreProcess.start();
});
afterAll(() => served?.remove());

it('answers as a real EventStoreDB did, but for the known differences', async () => {
  const address = served?.address ?? foreign!;
  const known = served ? ['--known', KNOWN] : [];
  const args = [
    `${KIT}/run.mjs`,
    address,
    '--compare',
    `${KIT}/protocol/recording.json`,
    '--quiet',
    ...known,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, args).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toMatch(/^\d+ of 225 scenarios are the same; 0 are not as expected\.\n$/);
});

it('has the known differences in the documentation', async () => {
  const known = JSON.parse(await readFile(KNOWN, 'utf8')) as Record<string, string>;
  const documentation = await readFile('docs/eventstoredb.md', 'utf8');
  expect(Object.keys(known).filter((name) => !documentation.includes(`| ${name} `))).toEqual([]);
});
