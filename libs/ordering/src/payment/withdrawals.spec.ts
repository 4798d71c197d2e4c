import { describe, expect, it } from '@jest/globals';
import { outstanding } from '../amounts.js';
import { type Order } from '../order.js';
import { heldBy } from '../refunds/held.js';
import { statusOf } from '../status.js';
import {
  as,
  authorise,
  cancel,
  closeWithdrawal,
  create,
  given,
  goodwill,
  pay,
  settleRefund,
  time,
  withdraw,
} from '../testing/scenario.js';

const paid = [create(), pay({ provider: 'acme' })] as const;
const states = ({ refunds }: Order): string[] => refunds.map(({ state }) => state);
const mug = [{ lineId: 'mug', quantity: 1 }];

describe('a chargeback', () => {
  it('is recorded once, and a paid order stays paid (M9)', () => {
    const order = given(...paid)
      .when(withdraw({ amount: 4000 }), as('payments'))
      .then('FundsWithdrawn');
    expect([statusOf(order), outstanding(order), heldBy(order)[0]!.amount]).toEqual([
      'AwaitingConfirmation',
      0,
      5600,
    ]);
    expect(order.withdrawals).toMatchObject([{ provider: 'acme', kind: 'chargeback', state: 'open' }]);
    given(...paid, withdraw())
      .when(withdraw())
      .then();
  });

  it('leaves a cancellation only what is still held (M9)', () => {
    const all = given(...paid, withdraw())
      .when(cancel())
      .then('LinesCancelled');
    expect(all.refunded).toBe(0);
    const part = given(...paid, withdraw({ amount: 4000 }))
      .when(cancel())
      .then('LinesCancelled', 'RefundInitiated');
    expect(part.refunded).toBe(5600);
    given(...paid, withdraw({ amount: 4000 }))
      .when(goodwill(5601))
      .thenRefused('refund-over-captured');
    // What the bank gave back is not given back again for the goods.
    given(...paid, withdraw({ amount: 4000 }))
      .when(cancel({ units: mug }))
      .then('LinesCancelled');
  });

  it('drops a refund that the payment holds no money for, and begins what is left anew (M9)', () => {
    const gone = given(...paid, cancel())
      .when(withdraw())
      .then('FundsWithdrawn', 'RefundDropped');
    expect([states(gone), gone.refunded]).toEqual([['dropped'], 0]);
    const part = given(...paid, cancel())
      .when(withdraw({ amount: 4000 }), { commandId: 'rest' })
      .then('FundsWithdrawn', 'RefundDropped', 'RefundInitiated');
    expect([states(part), part.refunded]).toEqual([['dropped', 'initiated'], 5600]);
    const settled = given(...paid, cancel(), withdraw())
      .when(settleRefund('psp-1', 'cmd'))
      .then('RefundSettled');
    expect([states(settled), settled.refunded]).toEqual([['settled'], 9600]);
  });

  it('that is won gives the buyer what is owed, and one that is lost nothing (M9)', () => {
    const charged = given(...paid, cancel(), withdraw());
    charged.when(closeWithdrawal('lost')).then('WithdrawalClosed');
    const won = charged
      .when(closeWithdrawal('reinstated'), { commandId: 'won' })
      .then('WithdrawalClosed', 'RefundInitiated');
    expect([states(won), won.refunded]).toEqual([['dropped', 'initiated'], 9600]);
    given(...paid, withdraw(), closeWithdrawal('reinstated'))
      .when(closeWithdrawal('lost'))
      .then('WithdrawalClosed');
  });

  it('ends as the provider said last, in whatever order it comes (M9)', () => {
    const won = closeWithdrawal('reinstated', { happenedAt: time(2) });
    const lost = closeWithdrawal('lost', { happenedAt: time(3) });
    given(...paid, withdraw(), lost)
      .when(won)
      .then();
    given(...paid, withdraw(), won)
      .when(lost)
      .then('WithdrawalClosed');
  });

  it('ends for its provider however that writes its name, and for no other (M9)', () => {
    const charged = given(...paid, withdraw());
    charged.when(closeWithdrawal('lost', { provider: 'Acme' })).then('WithdrawalClosed');
    charged.when(closeWithdrawal('lost', { provider: 'other' })).thenRefused('unknown-withdrawal');
  });

  it('of money that is not known yet is to be said again (M9)', () => {
    given(create()).when(withdraw()).thenRefused('unknown-payment', '/paymentId');
    given(...paid)
      .when(withdraw({ provider: 'other' }))
      .thenRefused('unknown-payment');
    given(...paid)
      .when(closeWithdrawal('lost'))
      .thenRefused('unknown-withdrawal', '/reference');
    given(...paid)
      .when(withdraw({ currency: 'IDR' }))
      .thenRefused('currency-mismatch', '/currency');
    given(...paid)
      .when(withdraw({ amount: 0 }))
      .thenRefused('bad-money', '/amount');
  });
});

describe('a refund that was begun at the provider', () => {
  it('is not paid out a second time (M9)', () => {
    const refund = withdraw({ kind: 'refund', reference: 're-1', amount: 1800 });
    given(...paid, refund)
      .when(cancel({ units: mug }))
      .then('LinesCancelled');
    const rest = given(...paid, refund)
      .when(cancel())
      .then('LinesCancelled', 'RefundInitiated');
    expect(rest.refunded).toBe(7800);
  });
});

describe('a capture that fails after all', () => {
  it('is still to be paid where the order was not paid, and takes another payment where it was (M9)', () => {
    const part = [create(), pay({ amount: 6000 })] as const;
    const failed = withdraw({ kind: 'reversal', amount: 6000 });
    expect(outstanding(given(...part, failed).order!)).toBe(9600);
    const again = given(...paid, withdraw({ kind: 'reversal' }))
      .when(pay({ paymentId: 'pay-2', surplus: 'refund' }))
      .then('PaymentCaptured');
    expect([statusOf(again), again.refunded]).toEqual(['AwaitingConfirmation', 0]);
  });
});

describe('an authorisation', () => {
  it('is recorded, and moves no money', () => {
    const order = given(create()).when(authorise()).then('AuthorisationReported');
    expect([statusOf(order), outstanding(order)]).toEqual(['AwaitingPayment', 9600]);
    given(create(), authorise()).when(authorise()).then();
    const voided = authorise({ outcome: 'voided' });
    given(create(), authorise()).when(voided).then('AuthorisationReported');
    // Reported late, it is over all the same.
    given(create(), voided).when(authorise()).then();
    given(create())
      .when(authorise({ currency: 'IDR' }))
      .thenRefused('currency-mismatch', '/currency');
  });
});
