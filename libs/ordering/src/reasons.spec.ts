import { describe, expect, it, test } from '@jest/globals';
import { type Role } from './actor.js';
import { checkReason } from './check-reason.js';
import { type CancelOrder, type OrderCommand } from './commands.js';
import { cancellationReasons, delayCauses, type ReturnReason } from './order-terms.js';
import { type Fault, faultIn, reasonTable } from './reasons.js';
import {
  as,
  cancel,
  claim,
  create,
  delay,
  deliver,
  given,
  pay,
  problem,
  requestReturn,
  ship,
  time,
  under,
} from './testing/scenario.js';

const paid = [create(), pay()] as const;
const sent = [...paid, { type: 'confirm' }, ship()] as const;
const arrived = [...sent, deliver()] as const;

/** Whose fault the new facts say that it is. */
function faultsOf({ decision }: ReturnType<ReturnType<typeof given>['when']>): unknown[] {
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  return decision.events.flatMap(({ data }) => ('fault' in data ? [data.fault] : []));
}

describe('reasons belong to roles (M17)', () => {
  test.each(['changed-mind', 'found-cheaper', 'unpaid', 'not-shipped'] as const)(
    'a seller cannot cancel because of %s, and is told what to say instead',
    (reason) => {
      const refused = given(...paid).when(cancel({ reason }), as('seller'));
      refused.thenRefused('reason-not-yours', '/reason');
      const anyOf = ['reason.wrong-address', 'reason.out-of-stock', 'reason.suspected-fraud'];
      expect(refused.decision).toMatchObject({ refusal: { values: { reasons: { anyOf } } } });
    },
  );

  test.each(['out-of-stock', 'unpaid', 'not-shipped', 'suspected-fraud'] as const)(
    'nor a buyer because of %s',
    (reason) =>
      given(...paid)
        .when(cancel({ reason }), as('buyer'))
        .thenRefused('reason-not-yours', '/reason'),
  );

  test.each(['out-of-stock', 'late-dispatch'] as const)('a carrier cannot blame a delay on %s', (cause) =>
    given(...sent)
      .when(delay({ cause }), as('carrier'))
      .thenRefused('reason-not-yours', '/cause'),
  );

  it('the platform and services speak for all', () => {
    for (const role of ['platform', 'service'] as const) {
      const all = cancellationReasons.map((reason) => checkReason('cancellation', reason, role, ''));
      const causes = delayCauses.map((cause) => checkReason('delay', cause, role, ''));
      expect([...all, ...causes].filter(Boolean)).toEqual([]);
    }
  });

  it('every role has a reason of its own, and "other"', () => {
    const has = (kind: 'cancellation' | 'delay', role: Role): number =>
      Object.values(reasonTable[kind]).filter(({ of }) => of.includes(role)).length;
    expect([has('cancellation', 'buyer'), has('cancellation', 'seller')]).toEqual([4, 4]);
    expect([has('delay', 'seller'), has('delay', 'carrier')]).toEqual([8, 6]);
  });
});

describe('each reason says whose fault it is (M17)', () => {
  const cancelled = (reason: CancelOrder['reason'], role: Role) =>
    faultsOf(given(...paid).when(cancel({ reason }), as(role)));

  test.each<[CancelOrder['reason'], Role, Fault]>([
    ['out-of-stock', 'seller', 'seller'],
    ['suspected-fraud', 'seller', 'nobody'],
    ['wrong-address', 'seller', 'buyer'],
    ['other', 'seller', 'seller'],
    ['other', 'buyer', 'buyer'],
    ['other', 'platform', 'platform'],
    ['other', 'service', 'nobody'],
    ['changed-mind', 'buyer', 'buyer'],
  ])('cancelled because of %s by a %s: %s', (reason, role, fault) =>
    expect(cancelled(reason, role)).toEqual([fault]),
  );

  test.each<[ReturnReason, Fault]>([
    ['damaged', 'seller'],
    ['not-as-described', 'seller'],
    ['no-longer-wanted', 'buyer'],
    ['other', 'buyer'],
  ])('sent back because of %s: %s', (reason, fault) =>
    expect(faultsOf(given(...arrived).when(requestReturn({ reason }), as('buyer')))).toEqual([fault]),
  );

  test.each<[string, OrderCommand, Fault]>([
    ['a claim', claim(), 'seller'],
    ['a delay', delay({ cause: 'carrier' }), 'carrier'],
    ['a loss', problem('lost'), 'carrier'],
    ['a refusal at the door', problem('refused'), 'buyer'],
  ])('%s', (_, command, fault) => {
    const history = command.type === 'open-claim' ? arrived : sent;
    expect(faultsOf(given(...history).when(command))).toEqual([fault]);
  });

  it('a timer says it too, and what was granted keeps what was asked for', () => {
    const unpaid = given(create()).when({ type: 'fire-timers' }, { role: 'timer', at: time(25) });
    expect(faultsOf(unpaid)).toEqual(['buyer']);
    const late = given([create(), under({ shipByWorkingDays: 1 })], pay(), { type: 'confirm' });
    const end = late.when({ type: 'fire-timers' }, { role: 'timer', at: time(24 * 14) });
    expect(faultsOf(end)).toEqual(['seller']);
    const asked = given(...paid, { type: 'confirm' }, [cancel(), as('buyer', { commandId: 'ask' })]);
    const granted = asked.when({ type: 'answer-cancellation', cancellationId: 'ask', approve: true });
    expect(faultsOf(granted)).toEqual(['buyer']);
  });

  it('of an event from before, the reason says it', () => {
    expect(faultIn('cancellation', { reason: 'out-of-stock' })).toBe('seller');
    expect(faultIn('cancellation', { reason: 'other' })).toBe('nobody');
    expect(faultIn('return', { reason: 'other', fault: 'buyer' })).toBe('buyer');
  });
});
