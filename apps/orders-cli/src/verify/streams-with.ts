import { type Engines } from '@app/engines';

/** The names of all streams that begin with the prefix. */
export async function streamsWith(
  { eventStore }: Pick<Engines, 'eventStore'>,
  prefix: string,
): Promise<Set<string>> {
  const streams = new Set<string>();
  for await (const { stream } of eventStore.readAll({ streamPrefixes: [prefix] })) streams.add(stream);
  return streams;
}
