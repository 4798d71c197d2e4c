import { type Type } from '@nestjs/common';
import { DECORATORS } from '@nestjs/swagger';

/**
 * Paths of the fields that `View` has and `Page` lacks, at any depth: `packages.scans.place`. The compiler follows no
 * recursion that could go on for ever, so it ends where `Levels` are used up.
 */
export type Unshown<
  View,
  Page,
  Levels extends readonly unknown[] = [1, 2, 3, 4, 5, 6, 7, 8],
> = Levels extends [unknown, ...infer Below]
  ? View extends readonly (infer Item)[]
    ? Page extends readonly (infer PageItem)[]
      ? Unshown<Item, PageItem, Below>
      : never
    : View extends object
      ? {
          [Field in keyof View & string]-?: Field extends keyof Page
            ? Within<Field, Unshown<NonNullable<View[Field]>, NonNullable<Page[Field]>, Below>>
            : Field;
        }[keyof View & string]
      : never
  : never;

type Within<Field extends string, Path> = Path extends string ? `${Field}.${Path}` : never;

/**
 * Makes pages of what is known: a page holds the fields that its class describes to callers, and no others. Each other
 * field of `View` is named with the reason why it stays hidden; a new one does not compile until it is shown or named.
 */
export const picker =
  <View, Page extends object>(page: Type<Page>, _hidden: Readonly<Record<Unshown<View, Page>, string>>) =>
  (known: Page): Page =>
    pick(page, known);

function pick<Page extends object>(page: Type<Page>, known: Page): Page {
  const model = page.prototype as object;
  const values = known as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fieldsOf(model).map((name) => [name, pickedBy(typeOf(model, name), values[name])]),
  ) as Page;
}

/** What has no described fields of its own is shown as it is. */
function pickedBy(type: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => pickedBy(type, item));
  const described = typeof type === 'function' && fieldsOf(type.prototype as object).length > 0;
  return described && value !== undefined ? pick(type as Type<object>, value as object) : value;
}

/** The class or the kind of a field, as the API's description has it. */
const typeOf = (model: object, field: string): unknown =>
  (Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES, model, field) as { readonly type?: unknown }).type;

/** The API's description keeps each name with a colon before it. */
const fieldsOf = (model: object): string[] =>
  ((Reflect.getMetadata(DECORATORS.API_MODEL_PROPERTIES_ARRAY, model) ?? []) as string[]).map((name) =>
    name.slice(1),
  );
