import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { Engines, EnginesModule, openEngines } from '@app/engines';
import { loadSettings } from '@app/platform';
import { waitUntilProjected } from '@app/read-models';
import { testDatabase, type TestDatabase } from '../../../libs/database/src/testing/test-database.js';
import { create, given } from '../../../libs/ordering/src/testing/scenario.js';
import { append } from '../../../libs/read-models/src/testing/entries.js';
import { ProjectorModule } from './projector.module.js';

describe('the projector', () => {
  let database: TestDatabase;
  let app: TestingModule;

  beforeEach(async () => {
    database = await testDatabase();
    const engines = await openEngines(loadSettings({ DATABASE_URL: database.url }));
    const imports = [EnginesModule.with(engines), ProjectorModule];
    app = await Test.createTestingModule({ imports }).compile();
  });
  afterEach(() => database.drop());

  it('projects from its start to its shutdown', async () => {
    await app.init();
    const { pool } = app.get(Engines).database;
    await append(app.get(Engines).eventStore, 'o-1', given(create()).events);
    expect(await waitUntilProjected(pool, 'o-1', 0, 30_000)).toBe(true);
    await app.close();
    expect(pool.ended).toBe(true);
  });
});
