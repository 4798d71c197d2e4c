import { readdir } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readText } from '../deployment/project-files.js';

/** What was said here once, and is said in the words of docs/glossary.md now. */
const gone =
  /\b(judge[sd]?|judge?ments?|rulings?|verdicts?|wish(es|ed)?|unsaid|lanes?|patience|desks?|shel(f|ves)|letterheads?|waiting rooms?|bookmarks?|tellings?|most telling|persist(s|ed|ing)?(?! authorization))\b/g;

/** People are told something; what they are told has a name of its own. */
const namedForTelling =
  /\b(const|let|function|class|interface|type|readonly|private) (\w*[tT]old\w*|[tT]ell[A-Z]?\w*)/g;

const declared = /^export (?:abstract )?(?:class|interface|type|enum) (\w+)/gm;

const root = new URL('../../', import.meta.url);

async function files(extension: string): Promise<Map<string, string>> {
  const folders = ['apps', 'libs', 'infra', 'test', 'docs'];
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(new URL(folder, root), { recursive: true })).map((name) => `${folder}/${name}`),
    ),
  );
  const paths = [...found.flat(), 'README.md', 'CONTRIBUTING.md'].filter(
    (path) => path.endsWith(extension) && !path.endsWith('names.spec.ts'),
  );
  return new Map(await Promise.all(paths.map(async (path) => [path, await readText(path)] as const)));
}

/** Each of the names that code puts together from words, as words. */
const words = (text: string): string =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_]/g, ' ')
    .toLowerCase();

const findings = (texts: ReadonlyMap<string, string>, pattern: RegExp): string[] =>
  [...texts].flatMap(([path, text]) => [...text.matchAll(pattern)].map(([match]) => `${path}: ${match}`));

describe('names', () => {
  it("are the field's", async () => {
    const all = [...(await files('.ts')), ...(await files('.md'))];
    expect(findings(new Map(all.map(([path, text]) => [path, words(`${path}\n${text}`)])), gone)).toEqual([]);
    expect(findings(await files('.ts'), namedForTelling)).toEqual([]);
  });

  it('of exported types belong to one thing each', async () => {
    const places = new Map<string, string[]>();
    for (const [path, text] of await files('.ts'))
      for (const [, name] of text.matchAll(declared)) places.set(name!, [...(places.get(name!) ?? []), path]);
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });

  it('of the glossary are used', async () => {
    const glossary = await readText('docs/glossary.md');
    const terms = [...glossary.matchAll(/^\| \*\*(?:to )?(.+?)\*\* /gm)].map(([, term]) => term!);
    const others = [...(await files('.md')), ...(await files('.ts'))].filter(
      ([path]) => path !== 'docs/glossary.md',
    );
    const used = words(others.map(([, text]) => text).join('\n'));
    expect(terms.length).toBeGreaterThan(50);
    expect(terms.filter((term) => !used.includes(term.replace('-', ' ').toLowerCase()))).toEqual([]);
  });
});
