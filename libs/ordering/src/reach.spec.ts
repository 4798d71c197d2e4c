import { describe, expect, it } from '@jest/globals';
import { type NamedActor } from './actor.js';
import { type OrderCommand, type PayOrder } from './commands.js';
import { withProvider } from './payment/provider-report.js';
import { mayReach, reachRefusal } from './reach.js';
import {
  correct,
  create,
  delay,
  deliver,
  fail,
  given,
  goodwill,
  grant,
  pay,
  problem,
  reestimate,
  requestReturn,
  sendBack,
  settleRefund,
  ship,
  takeBack,
  track,
} from './testing/scenario.js';

const carrier = (id: string, names?: readonly string[]): NamedActor => ({ role: 'carrier', id, names });
const confirm = { type: 'confirm' } as const;
const shirts = [{ lineId: 'shirt', quantity: 2 }];
const placed = [create(), pay(), confirm] as const;
/** The shirts with jne, the mug with Royal Mail. */
const sent = [
  ...placed,
  ship({ packageId: 'box-1', units: shirts, carrier: 'jne' }),
  ship({ packageId: 'box-2', carrier: 'Royal Mail' }),
] as const;
const order = given(...sent).order!;
const onBox1: OrderCommand[] = [
  track(),
  deliver(),
  problem('refused'),
  takeBack('delivered'),
  delay({ packageId: 'box-1' }),
  reestimate({ packageId: 'box-1' }),
];
const refusal = (command: OrderCommand, party: NamedActor, of = order) =>
  reachRefusal(of, command, party)?.code;

describe('a carrier (M11)', () => {
  it.each(onBox1)('gives a package of its own, and no other, the command $type', (command) => {
    expect(refusal(command, carrier('jne'))).toBeUndefined();
    expect(reachRefusal(order, command, carrier('sicepat'))).toMatchObject({
      code: 'not-your-package',
      pointer: '/packageId',
    });
    expect(refusal(command, carrier('royal-mail'))).toBe('not-your-package');
  });

  it('speaks of one package, not of all that an order waits for', () => {
    for (const command of [delay(), reestimate()])
      expect(refusal(command, carrier('jne'))).toBe('not-your-package');
  });

  it('is meant by its names alone, however they are written', () => {
    for (const name of ['jne', 'JNE', ' Jne '])
      expect(refusal(deliver(), carrier('courier-7', ['tiki', name]))).toBeUndefined();
    for (const name of ['royal-mail', 'ROYAL MAIL', 'royal_mail'])
      expect(refusal(deliver('box-2'), carrier('rm', [name]))).toBeUndefined();
    for (const names of [[], ['jn'], ['jne express']])
      expect(refusal(deliver(), carrier('jne', names))).toBe('not-your-package');
  });

  it('hears that there is no such package where it may know of the order', () => {
    expect(refusal(deliver('box-9'), carrier('jne'))).toBeUndefined();
    expect(refusal(deliver('box-9'), carrier('sicepat'))).toBe('not-your-package');
    expect(refusal(deliver(), carrier('jne'), given(...placed).order!)).toBe('not-your-package');
  });

  it('has what a correction gives it, and loses what it takes', () => {
    const corrected = given(...sent, correct({ carrier: 'sicepat' })).order!;
    expect(refusal(deliver(), carrier('sicepat'), corrected)).toBeUndefined();
    expect(refusal(deliver(), carrier('jne'), corrected)).toBe('not-your-package');
  });

  it('scans what is sent back with it', () => {
    const scan: OrderCommand = {
      type: 'track-return',
      returnId: 'back',
      code: 'collected',
      scannedAt: '2026-01-06T09:00:00.000Z',
    };
    const arrived = [
      ...placed,
      ship({ carrier: 'jne' }),
      deliver(),
      requestReturn({ units: shirts }),
      grant,
    ] as const;
    const back = given(...arrived, { ...sendBack, carrier: 'sicepat' }).order!;
    expect(refusal(scan, carrier('sicepat'), back)).toBeUndefined();
    expect(reachRefusal(back, scan, carrier('jne'))).toMatchObject({
      code: 'not-your-package',
      pointer: '/returnId',
    });
    expect(refusal(scan, carrier('jne'), given(...arrived).order!)).toBe('not-your-package');
    expect(mayReach(back, carrier('sicepat'))).toBe(true);
  });

  it('may know of an order of which it carries something', () => {
    for (const [id, reached] of [
      ['jne', true],
      ['royal-mail', true],
      ['sicepat', false],
    ] as const)
      expect([id, mayReach(order, carrier(id))]).toEqual([id, reached]);
    expect(mayReach(given(...placed).order!, carrier('jne'))).toBe(false);
  });
});

describe('a payment provider (M11)', () => {
  const provider = (id: string, names?: readonly string[]): NamedActor => ({ role: 'payments', id, names });
  const unpaid = given(create()).order!;
  const paid = (by?: string) => given(create(), pay({ provider: by }), goodwill()).order!;

  it('reports payments of its own, and names no other provider', () => {
    expect(refusal(pay(), provider('acme'), unpaid)).toBeUndefined();
    expect(refusal(pay({ provider: 'ACME' }), provider('acme'), unpaid)).toBeUndefined();
    expect(refusal(pay({ provider: 'Acme EU' }), provider('acme', ['acme-eu']), unpaid)).toBeUndefined();
    for (const party of [provider('other'), provider('acme', []), provider('acme', ['acme-eu'])])
      expect(reachRefusal(unpaid, pay({ provider: 'acme' }), party)).toMatchObject({
        code: 'not-your-payment',
        pointer: '/provider',
      });
  });

  it('says of refunds what became of them where the money is with it, or nobody said with whom', () => {
    for (const command of [settleRefund('psp-1'), fail('psp-1')]) {
      expect(refusal(command, provider('acme'), paid('acme'))).toBeUndefined();
      expect(refusal(command, provider('psp-7', ['Acme']), paid('acme'))).toBeUndefined();
      expect(refusal(command, provider('acme'), paid())).toBeUndefined();
      expect(refusal(command, provider('other'), paid('acme'))).toBe('not-your-payment');
    }
  });

  it('is recorded under its first name', () => {
    const of = (party: NamedActor, provider?: string) =>
      (withProvider(pay({ provider }), party) as PayOrder).provider;
    expect(of(provider('acme'))).toBe('acme');
    expect(of(provider('psp-7', ['Acme', 'psp-7']))).toBe('Acme');
    expect(of(provider('psp-7', ['Acme', 'psp-7']), 'psp-7')).toBe('psp-7');
    expect(of({ role: 'service', id: 'shop' })).toBeUndefined();
  });
});

describe('others', () => {
  it('reach what is theirs: buyers and sellers their orders, those who serve all every one', () => {
    for (const [role, id, reached] of [
      ['buyer', 'b-1', true],
      ['buyer', 's-1', false],
      ['seller', 's-1', true],
      ['seller', 'b-1', false],
      ['service', 'shop', true],
      ['platform', 'staff', true],
      ['timer', 'timer', true],
    ] as const) {
      expect([role, id, mayReach(order, { role, id })]).toEqual([role, id, reached]);
      expect(refusal(deliver(), { role, id })).toBe(reached ? undefined : 'order-not-found');
    }
  });
});
