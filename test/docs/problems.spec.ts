import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { problemsPage } from '../support/problems-page.js';

/** `NEW_DOCS=write npm test -- docs/problems` writes it anew. */
it('docs/problems.md lists every code of a problem, what it says, and what to do next', async () => {
  const file = new URL('../../docs/problems.md', import.meta.url);
  if (process.env.NEW_DOCS === 'write') await writeFile(file, problemsPage());
  expect(await readFile(file, 'utf8')).toBe(problemsPage());
});
