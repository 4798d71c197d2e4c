import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';

/** What an operator reads about one environment variable; docs/configuration.md is made of it. */
export interface Variable {
  readonly section:
    'HTTP' | 'PostgreSQL' | 'Event log' | 'Status events' | 'Notices' | 'Access' | 'Prices' | 'Operation';
  readonly meaning: string;
  /** The values that are taken, as a phrase. */
  readonly allowed: string;
  /** What happens where it is not set, if it has no default value. */
  readonly unset?: string;
  /** `value`: never shown. `address`: shown without the password in it. */
  readonly secret?: 'value' | 'address';
}

const variables = new Map<string, Variable>();

/** Describes the variable that a property of `Settings` is read from; one with `unset` may be missing. */
export const Variable =
  (variable: Variable): PropertyDecorator =>
  (target, name) => {
    variables.set(String(name), variable);
    if (variable.unset !== undefined) IsOptional()(target, name);
  };

/** Every variable that was described, by name, in the order of the properties. */
export const describedVariables = (): ReadonlyMap<string, Variable> => variables;

/** A whole number in digits, within these bounds. */
export const Whole =
  (least: number, most: number): PropertyDecorator =>
  (target, name) => {
    const toNumber = ({ value }: { value: string }) => (/^\d+$/.test(value) ? Number(value) : value);
    for (const rule of [Transform(toNumber), IsInt(), Min(least), Max(most)]) rule(target, name);
  };

/** The words true or false. */
export const TrueOrFalse = (): PropertyDecorator => (target, name) => {
  const toBoolean = ({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value;
  for (const rule of [Transform(toBoolean), IsBoolean()]) rule(target, name);
};
