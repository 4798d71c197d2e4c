import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Settings } from './settings.js';
import { SettingsError, type WrongVariable } from './settings-error.js';
import { togetherRules } from './together-rules.js';
import { describedVariables } from './variable.js';

/**
 * Reads the settings from the environment; an empty variable counts as unset, as container tools write it.
 * Throws `SettingsError` with all that is wrong at once.
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const variables = describedVariables();
  const set = [...variables.keys()].filter((name) => env[name]).map((name) => [name, env[name]!] as const);
  const settings = plainToInstance(Settings, Object.fromEntries(set));
  const refused = new Set(validateSync(settings).map(({ property }) => property));
  const wrong: WrongVariable[] = [...variables]
    .filter(([name]) => refused.has(name))
    .map(([name, { allowed, secret }]) => {
      const value = env[name]!;
      return { name, found: secret ? shapeOf(value) : JSON.stringify(value), allowed };
    });
  wrong.push(...togetherRules(settings));
  if (wrong.length > 0) throw new SettingsError(wrong);
  return settings;
}

/** What can be said of a value that may hold a password and cannot be taken apart. */
function shapeOf(value: string): string {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(value)?.[0];
  return scheme === undefined ? `hidden (${value.length} characters)` : `${scheme}… (the rest is hidden)`;
}
