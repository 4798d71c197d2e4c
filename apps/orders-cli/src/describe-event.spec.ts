import { describe, expect, it } from '@jest/globals';
import { fold } from '@app/ordering';
import { histories } from '@app/status-events/testing';
import { describeEvent } from './describe-event.js';

/** The description of a history, with the types of its events. */
const described = (history: (typeof histories)[keyof typeof histories]): string[] =>
  history.map((event, index) => `${event.type}: ${describeEvent(event, fold(history.slice(0, index + 1))!)}`);

describe('describeEvent', () => {
  it('tells amounts in their currency, units by their line, and nothing where the type says it all', () => {
    expect(described(histories.shippedInTwoPackages)).toEqual(
      expect.arrayContaining([
        'OrderPlaced: goods €100.00, discounts €10.00, charges €6.00, total €96.00, units 2 of line shirt and 1 of line mug, promised delivery 2026-01-12',
        'PaymentCaptured: payment id pay-1, method card, amount €90.00, outstanding €6.00',
        'OrderConfirmed: ',
        'PackageShipped: package id box-2, units 1 of line mug, method self, carrier jne, tracking number JNE2, estimated delivery 2026-01-12',
      ]),
    );
  });

  it('tells what was changed and what it costs', () => {
    expect(described(histories.changesAskedFor)).toContainEqual(
      expect.stringMatching(
        /^LinesChangeRequested: change id more, before .* of line shirt, after .*, price difference .?€\d+\.\d\d, awaits /,
      ),
    );
  });

  it('tells what was offered for a delay, and which timer did something', () => {
    expect(described(histories.arrangedScannedAndLate)).toContainEqual(
      expect.stringMatching(/^DeliveryDelayed: .*cause \S+, .*offer kind voucher, amount €5\.00$/),
    );
    expect(described(histories.completedByTimer)).toContain('OrderCompleted: timer auto-complete');
  });

  it('tells each share of a refund, and which of them an event is about', () => {
    const descriptions = described(histories.refundedInShares).join('\n');
    expect(descriptions).toMatch(
      /^RefundInitiated: .*shares .*payment id \S+, method \S+, amount €\d+\.\d\d.* and /m,
    );
    expect(descriptions).toMatch(/^RefundAccountAsked: .*amount €40\.00, share 2$/m);
  });

  it('tells nothing that a person wrote, and no address', () => {
    const all = Object.values(histories).flatMap(described).join('\n');
    expect(all).not.toMatch(/Elm Street|Main St|Ana|Bandung|Jakarta|pictures\.example|SORRY-5/);
    expect(all).not.toMatch(/undefined|\[object/);
  });
});
