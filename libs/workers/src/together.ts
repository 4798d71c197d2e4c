/**
 * Does several parts of one piece of work side by side. The first that fails ends the others; its error is thrown once
 * all have ended.
 */
export async function together(
  signal: AbortSignal,
  ...parts: readonly ((signal: AbortSignal) => Promise<void>)[]
): Promise<void> {
  const failed = new AbortController();
  const until = AbortSignal.any([signal, failed.signal]);
  let failure: { readonly error: unknown } | undefined;
  const guarded = parts.map((part) =>
    part(until).catch((error: unknown) => {
      failure ??= { error };
      failed.abort();
    }),
  );
  await Promise.all(guarded);
  if (failure !== undefined) throw failure.error;
}
