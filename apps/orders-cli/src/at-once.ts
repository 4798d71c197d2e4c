/** Works on the items up to `limit` at a time; after a failure no further item is begun. */
export async function atOnce<T>(
  limit: number,
  items: Generator<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const worker = async (): Promise<void> => {
    // All workers draw from the one generator; the loop that fails closes it for the others.
    for (const item of items) await work(item);
  };
  await Promise.all(Array.from({ length: limit }, worker));
}
