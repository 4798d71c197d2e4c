import { readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { currentVersion, upcast, type Upcasters } from '../codec/upcasters.js';
import { changesOf, eventSchemas, type Schema } from './event-schemas.js';

/** An event as it was published, for there may be such events in somebody's log. */
interface Golden {
  /** Gains what may be missing; whatever else changes is a new version, with a file of its own. */
  readonly schema: Schema;
  /** Never edited. */
  readonly example: Readonly<Record<string, unknown>>;
}

export interface PublishedEvents {
  /** Where it is kept what the events look like. */
  readonly folder: string;
  /** The file with the events' types, and the name of their union. */
  readonly types: string;
  readonly union: string;
  /** At least one event of every type. */
  readonly examples: readonly { readonly type: string; readonly data: unknown }[];
  readonly upcasters: Upcasters;
}

const root = new URL('../../../../', import.meta.url);
const nameOf = (type: string, version: number): string => `${type}.v${version}.json`;

/**
 * Refuses every change of a published event's shape that is not a new version with an upcaster.
 * `NEW_EVENTS=write npm test -- event-shapes` adds files, and fields that may be missing, and changes nothing else.
 */
export function describeEventShapes({
  folder: path,
  types,
  union,
  examples,
  upcasters,
}: PublishedEvents): void {
  const folder = new URL(`${path}/`, root);
  const readGolden = async (name: string): Promise<Golden> =>
    JSON.parse(await readFile(new URL(name, folder), 'utf8')) as Golden;
  const present = (type: string): number => currentVersion(type, upcasters);

  async function writeNew(schemas: ReadonlyMap<string, Schema>): Promise<void> {
    const there = await readdir(folder);
    for (const [type, schema] of schemas) {
      const name = nameOf(type, present(type));
      const known = there.includes(name) ? await readGolden(name) : undefined;
      const example = known?.example ?? examples.find((event) => event.type === type)?.data;
      if (example !== undefined && (known === undefined || changesOf(known.schema, schema).length === 0))
        await writeFile(new URL(name, folder), `${JSON.stringify({ schema, example }, undefined, 2)}\n`);
    }
  }

  describe('published events', () => {
    let schemas: ReadonlyMap<string, Schema>;
    let files: string[];
    beforeAll(async () => {
      schemas = await eventSchemas(types, union);
      if (process.env.NEW_EVENTS === 'write') await writeNew(schemas);
      files = await readdir(folder);
    });

    it('have a file for every type, and every version up to the present one', () => {
      const wanted = [...schemas.keys()].flatMap((type) =>
        Array.from({ length: present(type) }, (_, index) => nameOf(type, index + 1)),
      );
      expect(files.sort()).toEqual(wanted.sort());
    });

    it('keep their shape, but for what may be missing', async () => {
      for (const [type, now] of schemas) {
        const { schema } = await readGolden(nameOf(type, present(type)));
        expect({ type, changes: changesOf(schema, now) }).toEqual({ type, changes: [] });
        // What was added has to stay from then on.
        expect({ type, schema }).toEqual({ type, schema: now });
      }
    });

    it('can be read in every version', async () => {
      const ajv = new Ajv();
      for (const file of files) {
        const [, type, version] = /^(\w+)\.v(\d+)\.json$/.exec(file)!;
        const { schema, example } = await readGolden(file);
        expect({ file, valid: ajv.validate(schema, example) }).toEqual({ file, valid: true });
        const data = upcast(type!, Number(version), example, upcasters);
        expect({ file, valid: ajv.validate(schemas.get(type!)!, data) }).toEqual({ file, valid: true });
      }
    });
  });
}
