import { describe, expect, it, test } from '@jest/globals';
import { type Role, roles } from './actor.js';
import { allowedCommands, commandTable, rolesFor } from './command-table.js';
import { type ExistingOrderCommand, type OrderCommand } from './commands.js';
import { type OrderEvent } from './events.js';
import { type OrderStatus, orderStatuses, statusOf } from './status.js';
import {
  answer,
  answerChange,
  answerClaim,
  appeal,
  arrange,
  authorise,
  cancel,
  changeAddress,
  claim,
  closeWithdrawal,
  correct,
  create,
  delay,
  deliver,
  fail,
  given,
  givenEvents,
  goodwill,
  grant,
  missing,
  modifyLines,
  nameAccount,
  offer,
  pay,
  postMessage,
  problem,
  receive,
  receiveBack,
  reestimate,
  requestReturn,
  resolve,
  review,
  sendBack,
  settleRefund,
  ship,
  takeBack,
  time,
  track,
  under,
  withdraw,
  withdrawChange,
  withdrawClaim,
  withdrawReturn,
} from './testing/scenario.js';

const shirts = [{ lineId: 'shirt', quantity: 2 }];
const mug = [{ lineId: 'mug', quantity: 1 }];
const paid = [create(), pay()] as const;
const confirmed = [...paid, { type: 'confirm' }] as const;
const asked = [cancel({ units: mug }), { role: 'buyer', commandId: 'ask' }] as const;

/** A package that a claim has given up: its carrier may still deliver it. */
const givenUp = [missing('box-1', 'lost'), { ...resolve('buyer'), claimId: 'lost' }] as const;
const arrived = [
  ...confirmed,
  ship({ units: mug }),
  ship({ packageId: 'box-3' }),
  deliver('box-3'),
  ...givenUp,
] as const;

/** A history for every status, with an open request to cancel wherever there can be one. */
const histories: Record<OrderStatus, readonly OrderEvent[]> = {
  AwaitingPayment: given(create()).events,
  OnHold: given([create(), under({ holdMinutes: 600 })], pay()).events,
  AwaitingConfirmation: given(...paid, [...asked]).events,
  Confirmed: given(...confirmed, [...asked]).events,
  ShipmentArranged: given(...confirmed, [...asked], arrange({ units: [{ lineId: 'shirt', quantity: 1 }] }))
    .events,
  PartiallyShipped: given(...confirmed, [...asked], ship({ units: [{ lineId: 'shirt', quantity: 1 }] }))
    .events,
  InTransit: given(...confirmed, ship({ units: shirts }), ship({ packageId: 'box-3' })).events,
  Delivered: given(...arrived).events,
  Completed: given(...arrived, { type: 'confirm-receipt' }).events,
  Cancelled: given(...confirmed, goodwill(), ship(), ...givenUp).events,
};

/** Each command as it would be sent where it is legal. */
const commands: Record<ExistingOrderCommand['type'], ExistingOrderCommand> = {
  'report-authorisation': authorise({ amount: 1 }),
  'report-withdrawal': withdraw({ paymentId: 'pay-0', amount: 1 }),
  'close-withdrawal': closeWithdrawal('lost'),
  pay: pay({ paymentId: 'pay-2', amount: 1000, surplus: 'refund' }),
  confirm: { type: 'confirm' },
  'arrange-shipment': arrange({ packageId: 'box-2', units: [{ lineId: 'shirt', quantity: 1 }] }),
  ship: ship({ packageId: 'box-2', units: [{ lineId: 'shirt', quantity: 1 }] }),
  track: track(),
  'report-delay': delay(),
  'change-estimate': reestimate(),
  deliver: { type: 'deliver', packageId: 'box-1' },
  'report-delivery-problem': problem('undeliverable'),
  'receive-back': receiveBack(),
  'correct-package': correct(),
  'take-back': takeBack('delivered', 'box-3'),
  cancel: cancel({ units: [{ lineId: 'shirt', quantity: 1 }] }),
  'answer-cancellation': answer(),
  'withdraw-cancellation': { type: 'withdraw-cancellation', cancellationId: 'ask' },
  'change-address': changeAddress(),
  'modify-lines': modifyLines(),
  'answer-change': answerChange({ approve: false }),
  'withdraw-change': withdrawChange(),
  'confirm-receipt': { type: 'confirm-receipt' },
  'request-return': requestReturn(),
  'post-message': postMessage(),
  'submit-review': review(),
  'answer-return': grant,
  'answer-offer': { type: 'answer-offer', returnId: 'back', accept: true },
  'withdraw-return': withdrawReturn,
  'ship-return': sendBack,
  'track-return': { type: 'track-return', returnId: 'back', code: 'IN', scannedAt: time(1) },
  'report-return-problem': { type: 'report-return-problem', returnId: 'back', outcome: 'lost' },
  'receive-return': receive(),
  'open-claim': claim({ units: [{ lineId: 'shirt', quantity: 1 }] }),
  'answer-claim': answerClaim(true),
  'escalate-claim': { type: 'escalate-claim', claimId: 'claim' },
  'withdraw-claim': withdrawClaim,
  'resolve-claim': resolve('buyer'),
  'appeal-claim': appeal,
  refund: goodwill(),
  'settle-refund': settleRefund('psp-1'),
  'fail-refund': fail('psp-1'),
  'retry-refund': { type: 'retry-refund', refundId: 'gift' },
  'name-refund-account': nameAccount(),
};

const returned = [deliver(), requestReturn({ units: [{ lineId: 'shirt', quantity: 1 }] })];
const shirtClaim = claim({ units: [{ lineId: 'shirt', quantity: 1 }] });

const partPayment = pay({ paymentId: 'pay-0', amount: 1, surplus: 'refund' });

/** What has to have happened before a command, as far as the status has not seen it already. */
const before: Partial<Record<ExistingOrderCommand['type'], readonly OrderCommand[]>> = {
  'answer-change': [modifyLines()],
  'withdraw-change': [modifyLines()],
  'take-back': [ship({ packageId: 'box-3', units: [{ lineId: 'shirt', quantity: 1 }] }), deliver('box-3')],
  'request-return': [deliver()],
  'answer-return': returned,
  'answer-offer': [...returned, offer(100)],
  'withdraw-return': returned,
  'ship-return': [...returned, grant],
  'track-return': [...returned, grant, sendBack],
  'report-return-problem': [...returned, grant, sendBack],
  'receive-return': [...returned, grant, sendBack],
  'open-claim': [deliver()],
  'answer-claim': [deliver(), shirtClaim],
  'escalate-claim': [deliver(), shirtClaim, answerClaim(false)],
  'withdraw-claim': [deliver(), shirtClaim],
  'resolve-claim': [deliver(), shirtClaim],
  'appeal-claim': [deliver(), shirtClaim, resolve('seller')],
  'report-withdrawal': [partPayment],
  'close-withdrawal': [partPayment, withdraw({ paymentId: 'pay-0', amount: 1 })],
  'settle-refund': [goodwill()],
  'fail-refund': [goodwill()],
  'retry-refund': [goodwill(), fail('psp-1')],
  'name-refund-account': [goodwill(), fail('psp-1')],
};

/** The history of a status, with what the command needs. */
const historyFor = (status: OrderStatus, command: ExistingOrderCommand): readonly OrderEvent[] =>
  'refused' in commandTable[command.type].in[status]
    ? histories[status]
    : (before[command.type] ?? []).reduce((events, step) => {
        const { decision } = givenEvents(events).when(step, { at: time(1) });
        return decision.kind === 'accepted' ? [...events, ...decision.events] : events;
      }, histories[status]);

describe('every command in every status', () => {
  describe.each(orderStatuses)('%s', (status) => {
    const { order } = givenEvents(histories[status]);

    it('is the status of its example', () => expect(statusOf(order!)).toBe(status));

    test.each(Object.values(commands))('$type', (command) => {
      const rule = commandTable[command.type].in[status];
      const history = historyFor(status, command);
      const { decision } = givenEvents(history).when(command, { at: time(2) });
      if ('refused' in rule) {
        expect(decision).toMatchObject({ kind: 'refused', refusal: { code: rule.refused, status } });
      } else {
        expect(decision.kind).toBe('accepted');
        if (decision.kind === 'accepted')
          expect(rule.to).toContain(statusOf(givenEvents([...history, ...decision.events]).order!));
      }
    });
  });
});

describe('every command in every role', () => {
  const cases = Object.values(commands).flatMap((command) => roles.map((role) => ({ command, role })));

  test.each(cases)(
    '$role: $command.type',
    ({ command, role }: { command: ExistingOrderCommand; role: Role }) => {
      const { decision } = givenEvents(histories.Confirmed).when(command, { role });
      const refusedForRole = decision.kind === 'refused' && decision.refusal.code === 'role-not-allowed';
      expect(refusedForRole).toBe(!rolesFor(command.type).includes(role));
    },
  );

  it('lets a service issue every command', () =>
    expect(Object.values(commandTable).every(({ roles: allowed }) => allowed.includes('service'))).toBe(
      true,
    ));
});

describe('allowed commands', () => {
  it('offers each role what it may do next', () => {
    const { order } = givenEvents(histories.AwaitingConfirmation);
    expect(allowedCommands(order!, 'seller')).toEqual([
      'confirm',
      'cancel',
      'answer-cancellation',
      'post-message',
    ]);
    expect(allowedCommands(order!, 'buyer')).toEqual([
      'cancel',
      'withdraw-cancellation',
      'change-address',
      'modify-lines',
      'post-message',
    ]);
    expect(allowedCommands(order!, 'analyst')).toEqual([]);
    const arranged = givenEvents(histories.ShipmentArranged).order!;
    expect(allowedCommands(arranged, 'carrier')).toEqual(['track', 'report-delay', 'change-estimate']);
    expect(allowedCommands(arranged, 'buyer')).toEqual(['cancel', 'withdraw-cancellation', 'post-message']);
  });

  it('offers nothing that has nothing to act on', () => {
    const { order } = given(create(), pay(), [
      cancel({ units: undefined }),
      { role: 'buyer', commandId: 'ask' },
    ]);
    const allPacked = allowedCommands(given(...confirmed, arrange()).order!, 'seller');
    expect(allPacked).toContain('ship');
    expect(allPacked).not.toContain('arrange-shipment');
    expect(allowedCommands(order!, 'buyer')).not.toContain('cancel');
    expect(allowedCommands(given(...confirmed, ship()).order!, 'buyer')).toEqual([
      'confirm-receipt',
      'post-message',
      'open-claim',
    ]);
  });
});
