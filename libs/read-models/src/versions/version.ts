/**
 * The shape of the rows, version by version: a hash of their types, which a test computes. Rows that change while their
 * types stay, as when a word moves to another tab, are a version as well: the same hash once more.
 */
export const shapes: readonly string[] = ['opul2sitR40N', 'MEs-NA240UhY'];

/** The version of the rows that this release writes. It also reads those of the version before. */
export const version = shapes.length;
