import { describe, expect, it, test } from '@jest/globals';
import { due } from '../amounts.js';
import { statusOf } from '../status.js';
import { answer, as, cancel, create, given, pay, ship, under } from '../testing/scenario.js';

const confirm = { type: 'confirm' } as const;
const mug = [{ lineId: 'mug', quantity: 1 }];
const byBuyer = as('buyer', { commandId: 'ask' });

describe('cancel', () => {
  it('ends an unpaid order at once', () =>
    expect(statusOf(given(create()).when(cancel(), byBuyer).then('LinesCancelled'))).toBe('Cancelled'));

  it('is free for the buyer while the order is on hold, and gives the money back', () => {
    const onHold = given([create(), under({ holdMinutes: 60 })], pay());
    const order = onHold.when(cancel(), byBuyer).then('LinesCancelled', 'RefundInitiated');
    expect([statusOf(order), order.refunded]).toEqual(['Cancelled', 9600]);
  });

  it('refunds the units with their share of the discount, and shipping and fees with the last one', () => {
    const part = given(create(), pay())
      .when(cancel({ units: mug }))
      .then('LinesCancelled', 'RefundInitiated');
    expect([statusOf(part), part.refunded, due(part)]).toEqual(['AwaitingConfirmation', 1800, 7800]);
    const rest = given(create(), pay(), cancel({ units: mug }))
      .when(cancel(), { commandId: 'second' })
      .then('LinesCancelled', 'RefundInitiated');
    expect([statusOf(rest), rest.refunded, due(rest)]).toEqual(['Cancelled', 9600, 0]);
  });

  it('makes a partly paid order paid when what was not paid falls away', () => {
    const order = given(create(), pay({ amount: 7800 }))
      .when(cancel({ units: mug }))
      .then('LinesCancelled');
    expect(statusOf(order)).toBe('AwaitingConfirmation');
  });

  it('has to be asked for by the buyer once the seller has the order', () => {
    const order = given(create(), pay())
      .when(cancel({ units: mug }), byBuyer)
      .then('CancellationRequested');
    expect([statusOf(order), order.openCancellations]).toEqual([
      'AwaitingConfirmation',
      [
        {
          cancellationId: 'ask',
          units: mug,
          reason: 'changed-mind',
          fault: 'buyer',
          requestedAt: expect.any(String),
        },
      ],
    ]);
  });

  test.each(['seller', 'platform', 'service'] as const)('is carried out at once for a %s', (role) =>
    expect(
      statusOf(
        given(create(), pay(), confirm)
          .when(cancel({ reason: 'out-of-stock' }), as(role))
          .then('LinesCancelled', 'RefundInitiated'),
      ),
    ).toBe('Cancelled'),
  );

  it('has a name that is taken once', () => {
    const twice = cancel({ cancellationId: 'c-1', units: mug });
    given(create(), pay(), twice).when(twice).thenRefused('cancellation-already-exists', '/cancellationId');
    given(create(), pay(), [twice, byBuyer], answer({ cancellationId: 'c-1', approve: false }))
      .when(twice)
      .thenRefused('cancellation-already-exists');
  });

  it('refuses shipped units', () => {
    given(create(), pay(), confirm, ship({ units: mug }))
      .when(cancel({ units: mug }))
      .thenRefused('too-many-units');
    given(create(), pay(), confirm, ship()).when(cancel()).thenRefused('order-already-shipped');
  });
});

describe('a request to cancel', () => {
  const asked = given(create(), pay(), confirm, [cancel({ units: mug }), byBuyer]);

  it('keeps its units from being shipped, and only them', () => {
    asked.when(ship({ units: mug })).thenRefused('cancellation-open', '/units/0/quantity');
    expect(asked.when(ship()).then('PackageArranged', 'PackageShipped').packages[0]!.units).toEqual([
      { lineId: 'shirt', quantity: 2 },
    ]);
  });

  it('keeps its units from being cancelled twice', () => {
    asked.when(cancel({ units: mug })).thenRefused('cancellation-open');
    const all = given(create(), pay(), confirm, [cancel(), byBuyer]);
    all.when(cancel()).thenRefused('cancellation-open');
    all.when(ship()).thenRefused('cancellation-open');
  });

  it('is granted by the seller', () => {
    const order = asked
      .when(answer(), as('seller'))
      .then('CancellationApproved', 'LinesCancelled', 'RefundInitiated');
    expect([order.openCancellations, order.refunded]).toEqual([[], 1800]);
  });

  it('is turned down by the seller, who then ships', () => {
    const order = asked.when(answer({ approve: false }), as('seller')).then('CancellationRejected');
    expect([statusOf(order), order.openCancellations]).toEqual(['Confirmed', []]);
    given(create(), pay(), confirm, [cancel({ units: mug }), byBuyer], answer({ approve: false }))
      .when(ship({ units: mug }))
      .then('PackageArranged', 'PackageShipped');
  });

  it('is withdrawn by the buyer as long as it is not answered, and its units can be shipped again', () => {
    const withdraw = { type: 'withdraw-cancellation', cancellationId: 'ask' } as const;
    const order = asked.when(withdraw, as('buyer')).then('CancellationWithdrawn');
    expect([statusOf(order), order.openCancellations, order.refunded]).toEqual(['Confirmed', [], 0]);
    const withdrawn = given(create(), pay(), confirm, [cancel({ units: mug }), byBuyer], withdraw);
    withdrawn.when(ship({ units: mug })).then('PackageArranged', 'PackageShipped');
    withdrawn.when(answer()).thenRefused('unknown-cancellation');
    given(create(), pay(), confirm, [cancel({ units: mug }), byBuyer], answer())
      .when(withdraw)
      .thenRefused('unknown-cancellation', '/cancellationId');
  });

  it('is answered once', () => {
    asked.when(answer({ cancellationId: 'other' })).thenRefused('unknown-cancellation', '/cancellationId');
    given(create(), pay(), [cancel(), byBuyer], answer()).when(answer()).thenRefused('unknown-cancellation');
  });
});

describe('cancel against ship', () => {
  it('has one winner: whichever comes second finds no units', () => {
    given(create(), pay(), confirm, cancel()).when(ship()).thenRefused('order-cancelled');
    given(create(), pay(), confirm, ship()).when(cancel()).thenRefused('order-already-shipped');
  });
});
