import { effectiveSettings, loadSettings } from '@app/platform';
import { configurationGuide } from './configuration-guide.js';
import { type Terminal } from './terminal.js';
import { writeLines } from './write-lines.js';

/** Prints every setting as it is in force here; an asterisk marks what the environment has set. */
export async function config({ guide }: { guide?: true }, { env, out }: Terminal): Promise<void> {
  if (guide) return writeLines(out, [configurationGuide().trimEnd()]);
  const settings = effectiveSettings(loadSettings(env));
  const width = Math.max(...settings.map(({ name }) => name.length));
  await writeLines(
    out,
    settings.map(({ name, value, isDefault }) => `${isDefault ? ' ' : '*'} ${name.padEnd(width)}  ${value}`),
  );
}
