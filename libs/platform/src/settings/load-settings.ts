import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Settings } from './settings.js';
import { SettingsError, type WrongVariable } from './settings-error.js';

const names = Object.keys(new Settings());

/** Variables whose value may hold a password. */
const secrets = ['DATABASE_URL', 'EVENT_STORE', 'AUTH_SECRET', 'AUTH_JWKS_URL'];

/**
 * Reads the settings from the environment; an empty variable counts as unset, as container tools write it.
 * Throws `SettingsError` with all that is wrong at once.
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const set = names.filter((name) => env[name]).map((name) => [name, env[name]!] as const);
  const settings = plainToInstance(Settings, Object.fromEntries(set));
  const wrong = validateSync(settings, { stopAtFirstError: true }).map(
    ({ property, constraints }): WrongVariable => ({
      name: property,
      found: shown(property, env[property]!),
      allowed: Object.values(constraints ?? {}).join(', '),
    }),
  );
  if (settings.AUTH_SECRET !== undefined && settings.AUTH_JWKS_URL !== undefined)
    wrong.push({ name: 'AUTH_JWKS_URL', found: 'set beside AUTH_SECRET', allowed: 'one of the two' });
  if (wrong.length > 0) throw new SettingsError(wrong);
  return settings;
}

function shown(name: string, value: string): string {
  if (!secrets.includes(name)) return JSON.stringify(value);
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(value)?.[0];
  return scheme === undefined ? `hidden (${value.length} characters)` : `${scheme}… (the rest is hidden)`;
}
