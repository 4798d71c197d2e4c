import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { commandTable } from '@app/ordering';

const root = new URL('../../', import.meta.url);
const read = (page: string): Promise<string> => readFile(new URL(page, root), 'utf8');
const testsIn = (page: string): string[] =>
  [...page.matchAll(/`([\w-]+\/[\w./-]+\.spec\.ts)`/g)].map(([, path]) => path!);

const files = async (): Promise<string[]> => {
  const folders = ['apps', 'docs', 'infra', 'libs', 'test'].map(async (folder) =>
    (await readdir(new URL(folder, root), { recursive: true })).map((path) => `${folder}/${path}`),
  );
  return [...(await readdir(root)), ...(await Promise.all(folders)).flat()];
};

/** What is written for people: not the decisions, which tell of their day. */
const guides = async (): Promise<string[]> =>
  (await files()).filter((path) => path.endsWith('.md') && !path.startsWith('docs/adr/'));

/** A file's name, or a path in one of the folders of this house. */
const isPath =
  /^(?:(?:src|libs|apps|test|docs|infra)\/[\w./<>*-]+|(?:[\w<>*-]+\/)*[\w<>*-][\w.<>*-]*\.(?:ts|mjs|sql|json|ya?ml))$/;

it('the features name every command, and a test for each row', async () => {
  const page = await read('docs/features.md');
  const rows = page.split('\n').filter((line) => /^\| [ST]\d/.test(line));
  expect(rows.length).toBeGreaterThan(45);
  expect(rows.filter((row) => testsIn(row).length === 0)).toEqual([]);
  const unnamed = Object.keys(commandTable).filter((command) => !page.includes(`\`${command}\``));
  expect(unnamed).toEqual([]);
});

it('each library and app says in a few lines what it is', async () => {
  for (const group of ['libs', 'apps'])
    for (const name of await readdir(new URL(group, root))) {
      const lines = (await read(`${group}/${name}/README.md`)).split('\n').filter(Boolean);
      expect({ name, few: lines.length >= 3 && lines.length <= 12 }).toEqual({ name, few: true });
    }
});

it('the map of the README shows each library and app, and nothing else', async () => {
  const [, map] = (await read('README.md')).split('## Where things are');
  const rows = [...map!.matchAll(/^\| (`.*?) +\|/gm)].map(([, folders]) => folders!);
  const named = rows.flatMap((folders) => {
    // `apps/order-api`, `projector`: the group stands once a row.
    const [group] = folders.split(/[`/]/).filter(Boolean);
    return [...folders.matchAll(/`(?:\w+\/)?([\w-]+)`/g)].map(([, name]) => `${group}/${name}`);
  });
  const groups = ['apps', 'libs'].map(async (group) =>
    (await readdir(new URL(group, root))).map((name) => `${group}/${name}`),
  );
  const there = (await Promise.all(groups)).flat();
  expect(named.filter((path) => /^(apps|libs)\//.test(path)).sort()).toEqual(there.sort());
});

it('the guides name files, folders and functions that are there', async () => {
  const all = await files();
  const paths = all.map((path) => `/${path}`).join('\n');
  const isThere = (name: string): boolean => {
    const pattern = name
      .replace(/\/$/, '')
      .replace(/[.+]/g, '\\$&')
      .replace(/<\w+>|\*/g, '[^/\n]+');
    return new RegExp(`/${pattern}(?:/|$)`, 'm').test(paths);
  };
  const code = await Promise.all(all.filter((path) => /\.(ts|ya?ml)$/.test(path)).map(read));
  const words = new Set(code.join(' ').match(/\w+/g));
  for (const page of await guides()) {
    const names = [...(await read(page)).matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!);
    const missing = names.filter((name) =>
      /^\w*[a-z][A-Z]\w*$/.test(name) ? !words.has(name) : isPath.test(name) && !isThere(name),
    );
    expect({ page, missing }).toEqual({ page, missing: [] });
  }
});
