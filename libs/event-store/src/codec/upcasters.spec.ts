import { expect, it } from '@jest/globals';
import { currentVersion, upcast, type Upcasters } from './upcasters.js';

const chains: Upcasters = {
  PaymentCaptured: [
    ({ sum, ...data }) => ({ ...data, amount: sum }),
    (data) => ({ method: 'other', ...data }),
  ],
};

it('reads every version as the present one, step by step', () => {
  const present = { paymentId: 'p', amount: 5, method: 'other' };
  expect(upcast('PaymentCaptured', 1, { paymentId: 'p', sum: 5 }, chains)).toEqual(present);
  expect(upcast('PaymentCaptured', 2, { paymentId: 'p', amount: 5 }, chains)).toEqual(present);
  expect(upcast('PaymentCaptured', 3, present, chains)).toBe(present);
  expect(currentVersion('PaymentCaptured', chains)).toBe(3);
});

it('leaves events alone whose shape never changed', () => {
  const data = { packageId: 'box-1' };
  expect(upcast('PackageShipped', 1, data, chains)).toBe(data);
  expect(currentVersion('PackageShipped', chains)).toBe(1);
});
