import { describe, expect, it, test } from '@jest/globals';
import { allowedCommands } from '../command-table.js';
import { type OrderEvent } from '../events.js';
import {
  as,
  cancel,
  create,
  deliver,
  given,
  givenEvents,
  pay,
  postMessage,
  review,
  ship,
  time,
} from '../testing/scenario.js';
import { mostMessages } from './commands.js';

const confirm = { type: 'confirm' } as const;
const receipt = { type: 'confirm-receipt' } as const;
const delivered = [create(), pay(), confirm, ship(), deliver()];
const completed = given(...delivered, receipt);

describe('post-message', () => {
  test.each([
    ['buyer', 'buyer'],
    ['seller', 'seller'],
    ['platform', 'platform'],
    ['service', 'platform'],
  ] as const)('of a %s is recorded as from the %s', (role, from) => {
    const { newEvents } = given(create())
      .when(postMessage('  Is it in the post?\nI leave on Friday. '), as(role, { commandId: 'm-1' }))
      .then('MessagePosted');
    const text = 'Is it in the post?\nI leave on Friday.';
    expect(newEvents[0]!.data).toEqual({ messageId: 'm-1', from, text });
  });

  it('changes nothing of the order but how many messages it has, whatever was written', () => {
    const { order, when } = given(...delivered);
    const { newEvents: _, ...after } = when(postMessage('x'.repeat(2000))).then('MessagePosted');
    expect(after).toEqual({ ...order, messages: 1 });
  });

  it('is refused when the order has as many as are kept', () => {
    const { events } = given(create());
    const message: OrderEvent = {
      type: 'MessagePosted',
      at: time(),
      data: { messageId: 'm', from: 'buyer', text: 'Hello?' },
    };
    const talked = (times: number) => givenEvents([...events, ...Array<OrderEvent>(times).fill(message)]);
    talked(mostMessages - 1)
      .when(postMessage())
      .then('MessagePosted');
    const full = talked(mostMessages);
    full.when(postMessage()).thenRefused('too-many-messages');
    expect(allowedCommands(full.order!, 'seller')).not.toContain('post-message');
  });

  test.each(['', ' \n\t ', 'x'.repeat(2001), 'a\u0000b', 'bell\u0007', '\u009bm', 'half a \ud83d'])(
    'refuses what is no text: %j',
    (text) => given(create()).when(postMessage(text)).thenRefused('bad-text', '/text'),
  );

  it('counts characters as people do', () => {
    given(create())
      .when(postMessage('👍'.repeat(2000)))
      .then('MessagePosted');
    given(create())
      .when(postMessage('👍'.repeat(2001)))
      .thenRefused('bad-text');
  });
});

describe('a review', () => {
  it('is asked for when the buyer confirms the receipt', () =>
    void given(...delivered)
      .when(receipt)
      .then('OrderCompleted', 'ReviewRequested'));

  it('is asked for when the timer completes the order', () =>
    void given(...delivered)
      .when(postMessage(), { at: time(1 + 7 * 24) })
      .then('OrderCompleted', 'ReviewRequested', 'MessagePosted'));

  it('is given by the buyer with a score, and words if there are any', () => {
    const plain = completed.when(review(), as('buyer')).then('ReviewSubmitted');
    expect(plain.newEvents[0]!.data).toEqual({ score: 4 });
    expect(plain.reviewedAt).toBe(time(1));
    const worded = completed.when(review({ score: 5, text: ' Lovely. ' })).then('ReviewSubmitted');
    expect(worded.newEvents[0]!.data).toEqual({ score: 5, text: 'Lovely.' });
  });

  it('is given once', () => {
    const reviewed = given(...delivered, receipt, review());
    reviewed.when(review({ score: 1 })).thenRefused('order-already-reviewed');
    expect(reviewed.order).not.toHaveProperty('text');
  });

  test.each([0, 6, 2.5, -1, Number.NaN])('has no score of %d', (score) =>
    completed.when(review({ score })).thenRefused('bad-score', '/score'),
  );

  test.each([' ', 'x'.repeat(2001), '\u0000'])('has no such words: %j', (text) =>
    completed.when(review({ text })).thenRefused('bad-text', '/text'),
  );

  it('waits until the order is completed', () => {
    given(...delivered)
      .when(review())
      .thenRefused('order-not-completed');
    given(create(), cancel()).when(review()).thenRefused('order-cancelled');
  });

  it('is nothing for a seller to give', () =>
    completed.when(review(), as('seller')).thenRefused('role-not-allowed'));
});
