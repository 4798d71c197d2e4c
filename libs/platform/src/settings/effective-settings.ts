import { Settings } from './settings.js';
import { describedVariables } from './variable.js';

/** One variable as this process takes it. */
export interface EffectiveSetting {
  readonly name: string;
  /** Of secrets only what may be seen; where there is neither value nor default, what happens then. */
  readonly value: string;
  readonly isDefault: boolean;
}

/** All settings as they are in force, fit to be shown to anybody. */
export const effectiveSettings = (settings: Settings): EffectiveSetting[] =>
  [...describedVariables()].map(([name, { secret, unset }]) => {
    const value = settings[name as keyof Settings];
    const isDefault = value === new Settings()[name as keyof Settings];
    if (value === undefined) return { name, value: (unset ?? '').replaceAll('`', ''), isDefault };
    const text = Array.isArray(value) ? value.join(',') : String(value);
    if (secret === 'value') return { name, value: 'hidden', isDefault };
    return { name, value: secret === 'address' ? withoutPassword(text) : text, isDefault };
  });

/** The address without what logs in. A password may have any character in it, so it ends at the last @. */
export const withoutPassword = (address: string): string =>
  address
    .replace(/^([^:]+:\/\/[^:@]*):.*@/s, '$1:hidden@')
    .replace(/([?&][^=&]*(?:pass|secret|token|key)[^=&]*)=[^&]*/gi, '$1=hidden');
