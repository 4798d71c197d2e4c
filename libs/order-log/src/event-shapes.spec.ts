import { readdir, readFile, writeFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type OrderEventType } from '@app/ordering';
import { histories } from '../../status-events/src/testing/histories.js';
import { changesOf, eventSchemas, type Schema } from './testing/event-schemas.js';
import { presentVersion, upcast } from './upcasters.js';

/** An event as it was published once: never edited, for there may be such events in somebody's log. */
interface Golden {
  readonly schema: Schema;
  readonly example: Readonly<Record<string, unknown>>;
}

const folder = new URL('../events/', import.meta.url);
const nameOf = (type: string, version: number): string => `${type}.v${version}.json`;
const readGolden = async (name: string): Promise<Golden> =>
  JSON.parse(await readFile(new URL(name, folder), 'utf8')) as Golden;

/** `NEW_EVENTS=write npm test -- event-shapes` adds the files of events that have none yet, and changes no other. */
async function writeMissing(types: ReadonlyMap<string, Schema>, present: readonly string[]): Promise<void> {
  const events = Object.values(histories).flat();
  for (const [type, schema] of types) {
    const name = nameOf(type, presentVersion(type as OrderEventType));
    const example = events.find((event) => event.type === type)?.data;
    if (example !== undefined && !present.includes(name))
      await writeFile(new URL(name, folder), `${JSON.stringify({ schema, example }, undefined, 2)}\n`);
  }
}

describe('published events', () => {
  let schemas: ReadonlyMap<string, Schema>;
  let files: string[];
  beforeAll(async () => {
    schemas = eventSchemas();
    files = await readdir(folder);
    if (process.env.NEW_EVENTS === 'write') await writeMissing(schemas, files);
    files = await readdir(folder);
  });

  it('have a file for every type, and every version up to the present one', () => {
    const wanted = [...schemas.keys()].flatMap((type) =>
      Array.from({ length: presentVersion(type as OrderEventType) }, (_, index) => nameOf(type, index + 1)),
    );
    expect(files.sort()).toEqual(wanted.sort());
  });

  it('keep their shape, but for what may be missing', async () => {
    for (const [type, present] of schemas) {
      const { schema } = await readGolden(nameOf(type, presentVersion(type as OrderEventType)));
      expect({ type, changes: changesOf(schema, present) }).toEqual({ type, changes: [] });
    }
  });

  it('can be read in every version', async () => {
    const ajv = new Ajv();
    for (const file of files) {
      const [, type, version] = /^(\w+)\.v(\d+)\.json$/.exec(file)!;
      const { schema, example } = await readGolden(file);
      expect({ file, valid: ajv.validate(schema, example) }).toEqual({ file, valid: true });
      const data = upcast(type as OrderEventType, Number(version), example);
      expect({ file, valid: ajv.validate(schemas.get(type!)!, data) }).toEqual({ file, valid: true });
    }
  });
});

describe('a change of shape', () => {
  const text = { type: 'string' } as const;
  const published: Schema = { type: 'object', properties: { a: text, b: text }, required: ['a'] };

  it.each<[string, Schema, string[]]>([
    ['a field that may be missing', { ...published, properties: { a: text, b: text, c: text } }, []],
    ['a field less', { ...published, properties: { a: text } }, ['/b is gone']],
    [
      'another type',
      { ...published, properties: { a: { type: 'number' }, b: text } },
      ['/a was string and is number'],
    ],
    [
      'a field that must be there',
      { ...published, required: ['a', 'b'] },
      [' always had a, and now has a, b'],
    ],
    ['a field that may be missing now', { ...published, required: [] }, [' always had a, and now has ']],
  ])('is noticed: %s', (_, present, changes) => {
    expect(changesOf(published, present)).toEqual(changes);
  });

  it('may add words, and take none away', () => {
    const words = (...some: string[]): Schema => ({ type: 'string', enum: some });
    expect(changesOf(words('a'), words('a', 'b'))).toEqual([]);
    expect(changesOf({ type: 'string', const: 'a' }, words('a', 'b'))).toEqual([]);
    expect(changesOf(words('a', 'b'), words('b'))).toEqual([' can not be a any more']);
  });
});
