import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { runCaptured } from './testing/run-captured.js';

it('prints docs/domain.md as it stands there', async () => {
  const page = await readFile(new URL('../../../docs/domain.md', import.meta.url), 'utf8');
  expect((await runCaptured({}, 'lifecycle')).out).toBe(page);
});
