import { describe, expect, it } from '@jest/globals';
import { publicEvents, publicFields, timelineFacts } from './public-events.js';
import {
  arrange,
  create,
  createCommand,
  delay,
  given,
  givenEvents,
  pay,
  withEbook,
} from './testing/scenario.js';

const all = Object.values(publicEvents);

/** The public fields of a history's last event. */
const lastOf = ({ events, order }: ReturnType<typeof given>) => publicFields(events.at(-1)!, order!);

describe('public events', () => {
  it('each stand under their type, with a name of their own', () => {
    expect(all.map(({ type }) => type)).toEqual(Object.keys(publicEvents));
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    for (const { name } of all) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it('give the fields that they name, of lists and objects too, and no others', () => {
    expect(lastOf(given(create({ ...withEbook, promisedDelivery: '2026-01-12' })))).toStrictEqual({
      goods: 10_000,
      discounts: 1_000,
      charges: 600,
      total: 9_600,
      currency: 'EUR',
      units: [
        { lineId: 'shirt', quantity: 2 },
        { lineId: 'ebook', quantity: 1 },
      ],
      promisedDelivery: '2026-01-12',
    });
    const offer = { kind: 'voucher', amount: 500 } as const;
    const shown = given(create(), pay(), { type: 'confirm' }, delay({ offer, explanation: 'Sorry, Ana' }));
    const late = givenEvents(shown.events.slice(0, -1));
    expect(lastOf(late)).toMatchObject({ offer: { kind: 'voucher', amount: 500 }, currency: 'EUR' });
    expect(JSON.stringify(lastOf(late))).not.toMatch(/V-|Ana/);
  });

  it('take from the order what the event leaves open', () => {
    expect(lastOf(given(create(), pay({ amount: 9_000 })))).toStrictEqual({
      amount: 9_000,
      currency: 'EUR',
      outstanding: 600,
      method: 'card',
    });
    const packed = given(
      create(),
      pay(),
      { type: 'confirm' },
      arrange({ shipFrom: createCommand.shippingAddress }),
    );
    expect(lastOf(packed)).toMatchObject({ package: { packageId: 'box-1', carrier: 'jne' } });
    expect(JSON.stringify(lastOf(packed))).not.toContain('Ana');
  });

  it('tell the buyer and the seller more than the world, where they say so', () => {
    const { events, order } = given(create(), pay());
    expect(timelineFacts(events.at(-1)!, order!)).toStrictEqual({
      paymentId: 'pay-1',
      method: 'card',
      amount: 9_600,
      outstanding: 0,
      currency: 'EUR',
    });
    expect(timelineFacts(events[0]!, order!)).toEqual(publicFields(events[0]!, order!));
  });
});
