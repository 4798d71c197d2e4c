import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { commandTable } from '@app/ordering';

const root = new URL('../../', import.meta.url);
const read = (page: string): Promise<string> => readFile(new URL(page, root), 'utf8');
const testsIn = (page: string): string[] =>
  [...page.matchAll(/`([\w-]+\/[\w./-]+\.spec\.ts)`/g)].map(([, path]) => path!);

it('the features name every command, and a test for each row', async () => {
  const page = await read('docs/features.md');
  const rows = page.split('\n').filter((line) => /^\| S\d/.test(line));
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
  const unnamed = Object.keys(commandTable).filter((command) => !page.includes(`\`${command}\``));
  expect(unnamed).toEqual([]);
});

it('each library and app says in a few lines what it is, and names files that are there', async () => {
  for (const group of ['libs', 'apps'])
    for (const name of await readdir(new URL(group, root))) {
      const folder = new URL(`${group}/${name}/`, root);
      const lines = (await readFile(new URL('README.md', folder), 'utf8')).split('\n').filter(Boolean);
      expect({ name, few: lines.length >= 3 && lines.length <= 12 }).toEqual({ name, few: true });
      const paths = [...lines.join(' ').matchAll(/`((?:src|libs|apps)\/[^`]+)`/g)].map(([, path]) => path!);
      const missing = paths.filter((path) => ![folder, root].some((from) => existsSync(new URL(path, from))));
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
});

it('the guides name tests that are there', async () => {
  const pages = (await readdir(new URL('docs/', root))).filter((name) => name.endsWith('.md'));
  for (const name of pages) {
    const missing = testsIn(await read(`docs/${name}`)).filter((path) => !existsSync(new URL(path, root)));
    expect({ name, missing }).toEqual({ name, missing: [] });
  }
});
