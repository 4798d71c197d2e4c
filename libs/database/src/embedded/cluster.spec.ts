import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../open-database.js';

describe('a data folder', () => {
  let home: string;
  let dataDir: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'data-folder-'));
    dataDir = join(home, 'data');
  });
  afterEach(() => rm(home, { recursive: true }));

  it('is refused when it is a file', async () => {
    await writeFile(dataDir, 'precious');
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      code: 'data-dir',
      message: expect.stringContaining(`The data folder ${dataDir} cannot be used: ENOTDIR`),
    });
  });

  it('is refused when its parent is missing, and that is not made', async () => {
    await expect(openDatabase({ dataDir: join(dataDir, 'deeper') })).rejects.toMatchObject({
      code: 'data-dir',
      message: expect.stringContaining('in a parent that exists'),
    });
    expect(await readdir(home)).toEqual([]);
  });

  it('is refused when something else is where the cluster would be, and stays as it is', async () => {
    await mkdir(join(dataDir, 'postgres', 'photos'), { recursive: true });
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'data-dir' });
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['photos']);
  });

  it('is refused when its data is of another major version, and stays as it is', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('holds data of PostgreSQL 15, and this program brings PostgreSQL 18'),
    });
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
  });
});
