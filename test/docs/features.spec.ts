import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { commandTable } from '@app/ordering';

const root = new URL('../../', import.meta.url);

it('names tests that are there, and every command', async () => {
  const page = await readFile(new URL('docs/features.md', root), 'utf8');
  const tests = [...page.matchAll(/`([\w-]+\/[\w./-]+\.spec\.ts)`/g)].map(([, path]) => path!);
  expect(tests.length).toBeGreaterThan(30);
  expect(tests.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  const unnamed = Object.keys(commandTable).filter((command) => !page.includes(`\`${command}\``));
  expect(unnamed).toEqual([]);
});
