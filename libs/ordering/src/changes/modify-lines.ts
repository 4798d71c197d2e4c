import { type CommandRules } from '../command-rules.js';
import { type DecisionContext, type DecisionResult } from '../decide/decision.js';
import { isAmount, sum } from '../money.js';
import { titleOf } from '../named-goods.js';
import { type Order } from '../order.js';
import { type LineChange } from '../order-terms.js';
import { grossOf } from '../prices/cart.js';
import { reprice } from '../prices/reprice.js';
import { live } from '../quantities.js';
import { type Refusal, refuse } from '../refusal.js';
import { checkNew, mayChangeAtOnce, untilArranged, waitsForPayment } from './change-rules.js';
import { cartOf, fits, leastQuantity, priceDifference, withLines } from './changed-lines.js';
import { type ModifyLines } from './commands.js';
import { differences, type OfferedChange, offeredChange } from './offered-change.js';

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
  const priced = changes.map((change, index) => offeredChange(order, change, context, `/changes/${index}`));
  const unpriced = priced.find((one) => 'code' in one);
  if (unpriced !== undefined) return unpriced;

  const { before, after, added } = differences(order, priced as OfferedChange[]);
  if (after.length === 0) return refuse('nothing-changes', {}, '/changes');
  const changed = withLines(order, { after, added });
  if (changed.lines.every((line) => live(line) === 0)) return refuse('last-line', {}, '/changes');
  const lines = cartOf(changed.lines);
  if (!isAmount(sum(lines.map(grossOf)))) return tooMuch;
  const change = { after, added, ...reprice(order.placedPrices, lines) };
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
  for (const [index, { lineId, productId, quantity, variant }] of changes.entries()) {
    const pointer = `/changes/${index}`;
    if (changes.findIndex((other) => other.lineId === lineId) !== index)
      return refuse('duplicate-line', { lineId }, `${pointer}/lineId`);
    const line = order.lines.find((candidate) => candidate.lineId === lineId);
    if (line === undefined && productId === undefined)
      return refuse('unknown-line', { lineId }, `${pointer}/lineId`);
    if (line !== undefined && productId !== undefined)
      return refuse('duplicate-line', { lineId }, `${pointer}/lineId`);
    const fewest = line === undefined ? 1 : 0;
    const wanted = quantity ?? line?.ordered ?? 0;
    if (!Number.isSafeInteger(wanted) || wanted < fewest)
      return refuse('bad-quantity', {}, `${pointer}/quantity`);
    if (line === undefined) continue;

    if (variant !== undefined && variant !== line.variant && line.arranged > 0)
      return refuse('order-already-shipped', {}, `${pointer}/variant`);

    const least = leastQuantity(line);
    if (wanted < least)
      return refuse('quantity-too-low', { title: titleOf(line), least }, `${pointer}/quantity`);
    if (!fits(order, line, wanted)) return refuse('cancellation-open', {}, `${pointer}/quantity`);
  }
  return undefined;
}

const tooMuch = refuse('bad-money', { fault: 'sum' }, '/changes');
