/**
 * The version of the rows that this release writes: raised where they change, as a test asks for. Rows of the version before
 * are read as well, and served until those of this one are built.
 */
export const version = 3;
