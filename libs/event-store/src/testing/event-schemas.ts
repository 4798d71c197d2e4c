import { fileURLToPath } from 'node:url';
import { type Schema } from 'ts-json-schema-generator';

export type { Schema };

const file = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

/** What the data of each type of event in a union of the file looks like, as JSON Schemas made of the types themselves. */
export async function eventSchemas(path: string, union: string): Promise<Map<string, Schema>> {
  const { anyOf, ...only } = await typeSchema(path, union);
  return new Map(
    ((anyOf as Schema[]) ?? [only]).map(({ properties }) => {
      const { type, data } = properties as { type: Schema; data: Schema };
      return [String(type.const), data];
    }),
  );
}

/** What values of a type of the file look like, as a JSON Schema made of the type itself. */
async function typeSchema(path: string, type: string): Promise<Schema> {
  // It brings the compiler, which most suites that import the helpers of this library can do without.
  const { createGenerator } = await import('ts-json-schema-generator');
  const { definitions = {}, ...schema } = createGenerator({
    path: file(path),
    tsconfig: file('tsconfig.json'),
    type,
    skipTypeCheck: true,
    expose: 'none',
    topRef: false,
    additionalProperties: false,
  }).createSchema(type);
  return bare(schema as Schema, definitions as Record<string, Schema>);
}

/** The schema by itself: words left out, and what it refers to put in its place. */
function bare(schema: Schema, definitions: Record<string, Schema>): Schema {
  const { $ref } = schema;
  if ($ref !== undefined)
    return bare(definitions[decodeURIComponent($ref.slice('#/definitions/'.length))]!, definitions);
  const parts = Object.entries(schema).filter(([name]) => name !== 'description');
  return Object.fromEntries(
    parts.map(([name, value]) => [name, name === 'properties' ? mapped(value) : deep(value)]),
  ) as Schema;

  function mapped(properties: unknown): unknown {
    return Object.fromEntries(
      Object.entries(properties as Record<string, Schema>).map(([name, value]) => [
        name,
        bare(value, definitions),
      ]),
    );
  }
  function deep(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(deep);
    return typeof value === 'object' && value !== null ? bare(value as Schema, definitions) : value;
  }
}

/**
 * In which places events of the present shape are others than the published ones. Fields may be added that can be
 * missing, and words to those that a field may hold; whatever else changes needs a new version and an upcaster.
 */
export function changesOf(published: Schema, present: Schema | undefined, path = ''): string[] {
  if (present === undefined) return [`${path} is gone`];
  const words = (schema: Schema): unknown[] =>
    schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const lost = words(published).filter(
    (word) => words(present).length > 0 && !words(present).includes(word as never),
  );
  const required = (schema: Schema): string => [...(schema.required ?? [])].sort().join(', ');
  const properties = Object.entries((published.properties ?? {}) as Record<string, Schema>);
  return [
    ...(String(published.type) === String(present.type)
      ? []
      : [`${path} was ${published.type} and is ${present.type}`]),
    ...lost.map((word) => `${path} can not be ${String(word)} any more`),
    ...(required(published) === required(present)
      ? []
      : [`${path} always had ${required(published)}, and now has ${required(present)}`]),
    ...properties.flatMap(([name, property]) =>
      changesOf(
        property,
        (present.properties as Record<string, Schema> | undefined)?.[name],
        `${path}/${name}`,
      ),
    ),
    ...(published.items === undefined
      ? []
      : changesOf(published.items as Schema, present.items as Schema | undefined, `${path}/*`)),
    ...(published.anyOf === undefined || JSON.stringify(published.anyOf) === JSON.stringify(present.anyOf)
      ? []
      : [`${path} has other alternatives`]),
  ];
}
