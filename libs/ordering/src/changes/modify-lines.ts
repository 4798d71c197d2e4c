import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount, sum } from '../money.js';
import { titleOf } from '../named-goods.js';
import { type Order } from '../order.js';
import { type LineChange, type LineTerms } from '../order-terms.js';
import { grossOf } from '../prices/cart.js';
import { reprice } from '../prices/reprice.js';
import { type Refusal, refuse } from '../refusal.js';
import { checkNew, mayChangeAtOnce, untilArranged, waitsForPayment } from './change-rules.js';
import { cartOf, fits, leastQuantity, lineTermsOf, priceDifference, withLines } from './changed-lines.js';
import { type ModifyLines } from './commands.js';

export const modifyLinesRules: CommandRules<ModifyLines> = {
  roles: ['buyer', 'service'],
  in: untilArranged,
  actsOn: (order) => order.openChanges.every(({ kind }) => kind !== 'lines'),
  decide,
};

function decide(order: Order, command: ModifyLines, context: DecisionContext): DecisionResult {
  const { at, commandId } = context;
  const { changeId = commandId, changes } = command;
  const refusal = checkNew(order, 'lines', changeId) ?? checkChanges(order, changes);
  if (refusal !== undefined) return refusal;

  const { before, after } = differences(order, changes);
  if (after.length === 0) return refuse('nothing-changes', {}, '/changes');
  const lines = cartOf(withLines(order, { after }).lines);
  if (!isAmount(sum(lines.map(grossOf)))) return tooMuch;
  const change = { after, ...reprice(order.placedPrices, lines) };
  const difference = priceDifference(order, change);
  if (!Number.isSafeInteger(difference)) return tooMuch;

  const data = { changeId, before, ...change, priceDifference: difference, currency: order.currency };
  if (!mayChangeAtOnce(order, context))
    return [{ type: 'LinesChangeRequested', at, data: { ...data, awaits: 'seller' } }];
  if (waitsForPayment(order, difference))
    return [{ type: 'LinesChangeRequested', at, data: { ...data, awaits: 'payment' } }];
  return [{ type: 'LinesChangeApplied', at, data }];
}

function checkChanges(order: Order, changes: readonly LineChange[]): Refusal | undefined {
  if (changes.length === 0) return refuse('no-lines', {}, '/changes');
  for (const [index, { lineId, quantity, variant }] of changes.entries()) {
    const pointer = `/changes/${index}`;
    if (changes.findIndex((other) => other.lineId === lineId) !== index)
      return refuse('duplicate-line', { lineId }, `${pointer}/lineId`);
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined) return refuse('unknown-line', { lineId }, `${pointer}/lineId`);
    if (quantity !== undefined && (!Number.isSafeInteger(quantity) || quantity < 1))
      return refuse('bad-quantity', {}, `${pointer}/quantity`);

    if (variant !== undefined && variant !== line.variant && line.arranged > 0)
      return refuse('order-already-shipped', {}, `${pointer}/variant`);

    const wanted = quantity ?? line.ordered;
    const least = leastQuantity(line);
    if (wanted < least)
      return refuse('quantity-too-low', { title: titleOf(line), least }, `${pointer}/quantity`);
    if (!fits(order, line, wanted)) return refuse('cancellation-open', {}, `${pointer}/quantity`);
  }
  return undefined;
}

/** The lines that the changes make different, as they are and as they are to be. */
function differences(order: Order, changes: readonly LineChange[]) {
  const before: LineTerms[] = [];
  const after: LineTerms[] = [];
  for (const line of order.lines) {
    const change = changes.find(({ lineId }) => lineId === line.lineId);
    const { variant = line.variant, quantity = line.ordered } = change ?? {};
    if (variant === line.variant && quantity === line.ordered) continue;
    before.push(lineTermsOf(line));
    after.push({ lineId: line.lineId, variant, quantity });
  }
  return { before, after };
}

const tooMuch = refuse('bad-money', { fault: 'sum' }, '/changes');
