import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type OrderCommand } from '../commands.js';
import { decide } from '../decide/decide.js';
import { evolve } from '../evolve.js';
import { sum } from '../money.js';
import { type Order } from '../order.js';
import { defaultPolicy } from '../policy.js';
import { heldBy } from '../refunds/held.js';
import {
  cancel,
  closeWithdrawal,
  create,
  fail,
  pay,
  settleRefund,
  time,
  withdraw,
} from '../testing/scenario.js';
import { withdrawn } from './withdrawal.js';

/** What a provider holds of one payment, by its own books. */
interface Account {
  captured: number;
  readonly refunds: Map<string, { amount: number; settled: boolean }>;
  readonly withdrawals: Map<string, { amount: number; away: boolean }>;
}

const providers = ['acme', 'gifts'];

/** Providers with books of their own. What they do they report, late, often, and in any order. */
class Providers {
  readonly accounts = new Map<string, Account>();
  readonly reports: OrderCommand[] = [];
  private clock = 0;
  private readonly asked = new Set<string>();

  capture(provider: string, paymentId: string, amount: number): void {
    const account = this.accounts.get(`${provider} ${paymentId}`) ?? {
      ...{ captured: 0, refunds: new Map(), withdrawals: new Map() },
    };
    this.accounts.set(`${provider} ${paymentId}`, account);
    account.captured += amount;
    const captureId = `cap-${this.tick()}`;
    this.reports.push(pay({ provider, paymentId, captureId, amount, surplus: 'refund' }));
  }

  withdraw(at: number, kind: 'chargeback' | 'refund' | 'reversal', part: number): void {
    const [name, account] = this.pick(at);
    const amount = Math.min(part, this.held(account));
    if (amount <= 0) return;
    const reference = `w-${this.tick()}`;
    account.withdrawals.set(reference, { amount, away: true });
    this.reports.push(withdraw({ ...name, kind, reference, amount, happenedAt: this.now() }));
  }

  close(at: number, outcome: 'reinstated' | 'lost'): void {
    const [name, account] = this.pick(at);
    const [reference, withdrawal] =
      [...account.withdrawals].at(at % Math.max(1, account.withdrawals.size)) ?? [];
    if (withdrawal === undefined || (outcome === 'lost' && !withdrawal.away)) return;
    withdrawal.away = outcome === 'lost';
    this.tick();
    this.reports.push(closeWithdrawal(outcome, { ...name, reference, happenedAt: this.now() }));
  }

  /** Pays out what the order asks for, as far as the payment holds it. */
  payOut(order: Order, settles: boolean): void {
    for (const share of order.refunds.filter(({ state }) => state === 'initiated')) {
      const account = this.accounts.get(`${share.provider} ${share.paymentId}`)!;
      const attempt = `${share.refundId}#${share.share}#${share.failures.length}`;
      if (this.asked.has(attempt)) continue;
      this.asked.add(attempt);
      const reference = `re-${this.tick()}`;
      const named = { provider: share.provider, paymentId: share.paymentId, happenedAt: this.now() };
      const settled = settles && this.held(account) >= share.amount;
      if (settled) account.refunds.set(reference, { amount: share.amount, settled });
      this.reports.push({
        ...(settled ? settleRefund(reference, share.refundId) : fail(reference, share.refundId)),
        ...named,
      });
    }
  }

  /** What was paid out comes back. */
  failLate(at: number): void {
    const [name, account] = this.pick(at);
    const [reference, refund] = [...account.refunds].find(([, { settled }]) => settled) ?? [];
    if (refund === undefined) return;
    refund.settled = false;
    this.tick();
    const settled = this.reports.find((report) => 'reference' in report && report.reference === reference);
    const { refundId } = settled as { refundId: string };
    this.reports.push({ ...fail(reference!, refundId), ...name, happenedAt: this.now() });
  }

  held({ captured, refunds, withdrawals }: Account): number {
    const out = [...refunds.values()].filter(({ settled }) => settled).map(({ amount }) => amount);
    const away = [...withdrawals.values()].filter((one) => one.away).map(({ amount }) => amount);
    return captured - sum(out) - sum(away);
  }

  private pick(at: number): [{ provider: string; paymentId: string }, Account] {
    const [name, account] = [...this.accounts][at % this.accounts.size]!;
    const [provider, paymentId] = name.split(' ') as [string, string];
    return [{ provider, paymentId }, account];
  }

  private readonly tick = (): number => (this.clock += 1);
  private readonly now = (): string => new Date(Date.parse(time()) + this.clock).toISOString();
}

const happening = fc.record({
  what: fc.constantFrom(
    ...(['capture', 'capture', 'withdraw', 'close', 'pay-out', 'pay-out', 'fail-late', 'cancel'] as const),
    ...(['report', 'report', 'report', 'again'] as const),
  ),
  which: fc.nat({ max: 20 }),
  amount: fc.constantFrom(1, 600, 3000, 4800, 9600),
  kind: fc.constantFrom('chargeback', 'refund', 'reversal'),
  good: fc.boolean(),
});

describe('whatever providers do, and in whatever order they report it', () => {
  it('what they hold is what the order says, and no payment gives back more than it held', () =>
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (steps) => {
        const books = new Providers();
        let order: Order | undefined;
        let sent = 0;
        let hours = 1;
        const waiting = new Set<OrderCommand>();
        /** Whether the order took it; a provider repeats what it did not. */
        const take = (command: OrderCommand): boolean => {
          sent += 1;
          const context = {
            at: time(hours),
            commandId: `c${sent}`,
            role: 'service',
            isHistory: false,
          } as const;
          const decision = decide(order, command, { ...context, policy: defaultPolicy });
          if (decision.kind === 'refused') return decision.refusal.code === 'payment-already-recorded';
          order = decision.events.reduce<Order | undefined>(evolve, order);
          return true;
        };
        const news = (): void => {
          for (const report of books.reports.slice(reported.length)) {
            reported.push(report);
            waiting.add(report);
          }
        };
        const reported: OrderCommand[] = [];
        const deliver = (report: OrderCommand | undefined): void => {
          if (report !== undefined && take(report)) waiting.delete(report);
        };
        /** Everything is reported until nothing is refused any more. */
        const settleDown = (): void => {
          for (let rounds = 0; waiting.size > 0 && rounds < 50; rounds += 1) [...waiting].forEach(deliver);
        };

        take(create());
        books.capture('acme', 'p0', 4800);
        for (const { what, which, amount, kind, good } of steps) {
          if (what === 'capture') books.capture(providers[which % 2]!, `p${which % 3}`, amount);
          if (what === 'withdraw') books.withdraw(which, kind as 'refund', amount);
          if (what === 'close') books.close(which, good ? 'reinstated' : 'lost');
          if (what === 'pay-out') books.payOut(order!, good);
          if (what === 'fail-late') books.failLate(which);
          if (what === 'cancel') take(cancel(good ? {} : { units: [{ lineId: 'shirt', quantity: 1 }] }));
          news();
          if (what === 'report') deliver([...waiting][which % Math.max(1, waiting.size)]);
          if (what === 'again') deliver(reported[which % reported.length]);
        }

        news();
        settleDown();
        expect([...waiting]).toEqual([]);
        expectSameBooks(books, order!);
        // Whatever is still to go back goes back, and once.
        for (let rounds = 0; rounds < 8; rounds += 1) {
          books.payOut(order!, true);
          news();
          settleDown();
          hours += 7;
          take({ type: 'post-message', text: 'Any news?' });
        }
        expectSameBooks(books, order!);
        for (const account of books.accounts.values()) expect(books.held(account)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 500 },
    ));
});

/** The order's word on each payment, against its provider's. */
function expectSameBooks(books: Providers, order: Order): void {
  const open = ['initiated', 'failed', 'handed-over'];
  const said = new Map(
    heldBy(order).map(({ payment, amount }) => {
      const name = `${payment.provider} ${payment.paymentId}`;
      const asked = order.refunds.filter(
        (share) => `${share.provider} ${share.paymentId}` === name && open.includes(share.state),
      );
      return [name, amount + sum(asked.map((share) => share.amount))] as const;
    }),
  );
  expect(said).toEqual(new Map([...books.accounts].map(([name, account]) => [name, books.held(account)])));
  expect(withdrawn(order)).toBe(
    sum(
      [...books.accounts.values()].flatMap(({ withdrawals }) =>
        [...withdrawals.values()].filter((one) => one.away).map(({ amount }) => amount),
      ),
    ),
  );
}
