import { type Schema } from './public-event.js';
import { faults } from './reasons.js';
import { timerNames } from './timers.js';

/** The same schema, with what it means in one place. */
export const described = <const S extends Schema>(schema: S, description: string): S => ({
  ...schema,
  description,
});

export const text = { type: 'string' } as const;

export const id = { type: 'string', minLength: 1 } as const;

export const day = { type: 'string', format: 'date' } as const;

export const scannedAt = {
  type: 'string',
  format: 'date-time',
  description: "By the carrier's clock (UTC).",
} as const;

export const amount = {
  type: 'integer',
  minimum: 0,
  description: 'In the smallest unit of the currency: 1999 is 19.99 EUR, and 1999 JPY.',
} as const;

export const currency = { type: 'string', pattern: '^[A-Z]{3}$', description: 'ISO 4217.' } as const;

export const fault = { enum: faults, description: 'Whose fault it is.' } as const;

export const timer = {
  enum: timerNames,
  description: 'The timer that did it, where no person did.',
} as const;

export const units = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    required: ['lineId', 'quantity'],
    properties: { lineId: id, quantity: { type: 'integer', minimum: 1 } },
  },
} as const;

export const packedUnits = {
  type: 'object',
  required: ['packageId', 'units'],
  properties: { packageId: id, units },
} as const;
