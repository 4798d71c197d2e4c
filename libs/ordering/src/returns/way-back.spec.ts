import { describe, expect, it } from '@jest/globals';
import { due } from '../amounts.js';
import {
  as,
  create,
  deliver,
  given,
  grant,
  pay,
  receive,
  requestReturn,
  sendBack,
  ship,
  time,
} from '../testing/scenario.js';
import { runningTimers } from '../timer-table.js';
import { type ReportReturnProblem } from './commands.js';

const problem = (outcome: ReportReturnProblem['outcome']): ReportReturnProblem => ({
  type: 'report-return-problem',
  returnId: 'back',
  outcome,
});
const granted = [create(), pay(), { type: 'confirm' }, ship(), deliver(), requestReturn(), grant] as const;
const sent = given(...granted, sendBack);

describe('the way back of what a buyer returns', () => {
  it.each(['lost', 'damaged'] as const)(
    '%s on its way, it is refunded all the same, once (M13)',
    (outcome) => {
      const order = sent
        .when(problem(outcome), as('carrier'))
        .then('ReturnLost', 'RefundInitiated', 'ReturnClosed');
      expect(order.newEvents).toMatchObject([
        { data: { returnId: 'back', reason: outcome } },
        { data: { refundId: 'return.back', amount: 3840, reason: 'returned' } },
        { data: { outcome: 'refunded' } },
      ]);
      expect([order.returns[0]!.state, due(order)]).toEqual(['refunded', 5760]);
      const over = given(...granted, sendBack, problem(outcome));
      over.when(problem(outcome)).thenRefused('case-in-other-state', '/returnId');
      over.when(receive(), as('seller')).thenRefused('case-in-other-state', '/returnId');
    },
  );

  it('undeliverable, it is with the buyer again, who has as long as before to send it once more (M13)', () => {
    const order = sent
      .when(problem('undeliverable'), as('carrier', { at: time(48) }))
      .then('ReturnUndelivered');
    expect(order.returns).toMatchObject([{ state: 'approved', since: time(48) }]);
    expect(runningTimers(order)).toContainEqual(
      expect.objectContaining({ timer: 'ship-back', dueAt: time(48 + 5 * 24) }),
    );
    const again = given(...granted, sendBack, problem('undeliverable'));
    again.when(sendBack, as('buyer')).then('ReturnShipped');
  });

  it('goes under another number than was said, which changes no deadline (M14)', () => {
    const right = { ...sendBack, trackingNumber: 'JNE8' };
    const order = sent.when(right, as('buyer', { at: time(20) })).then('ReturnShipped');
    expect(order.returns).toMatchObject([
      { state: 'shipped', since: time(1), sentWith: { trackingNumber: 'JNE8' } },
    ]);
    sent.when(sendBack, as('buyer')).then();
  });

  it('is what its carrier says, and only of what was sent', () => {
    sent.when(problem('lost'), as('seller')).thenRefused('role-not-allowed');
    sent.when(problem('lost'), as('buyer')).thenRefused('role-not-allowed');
    given(...granted)
      .when(problem('lost'))
      .thenRefused('case-in-other-state', '/returnId');
    given(...granted.slice(0, 5))
      .when(problem('lost'))
      .thenRefused('unknown-return', '/returnId');
  });
});
