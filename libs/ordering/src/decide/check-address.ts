import { type Address } from '../order-terms.js';
import { type Refusal, refuse } from '../refusal.js';

/** Whether goods can be sent to or from the address, which stands in the command at `pointer`. */
export function checkAddress(address: Address, pointer: string): Refusal | undefined {
  for (const field of ['recipient', 'street', 'city'] as const)
    if (address[field].trim() === '') return refuse('bad-address', { field }, `${pointer}/${field}`);
  return /^[A-Z]{2}$/.test(address.country)
    ? undefined
    : refuse('bad-address', { field: 'country' }, `${pointer}/country`);
}
