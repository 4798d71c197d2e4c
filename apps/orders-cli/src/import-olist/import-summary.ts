import { type MinorUnits, type OrderStatus, sum } from '@app/ordering';
import { type Anomaly, type AnomalyKind, anomalyTreatments } from './anomaly.js';
import { brl } from './brl.js';
import { type ImportTally } from './import-tally.js';

/** What an import prints: what was added, what was odd, and how files and log compare. */
export function importSummary(tally: ImportTally, paid: MinorUnits, seconds: number): string[] {
  return [
    ...addedLines(tally, seconds),
    ...anomalyLines(tally.anomalies),
    ...statusLines(tally),
    ...moneyLines(tally, paid),
  ];
}

const count = (value: number): string => value.toLocaleString('en');

function addedLines({ orders, known, events }: ImportTally, seconds: number): string[] {
  const rate = `${seconds.toFixed(1)} s, ${count(Math.round(orders / seconds))} orders per second`;
  return events === 0
    ? [`Nothing was added: all ${count(orders)} orders were known already (${rate}).`]
    : [
        `Added ${count(events)} events to ${count(orders - known)} orders; ${count(known)} were known already (${rate}).`,
      ];
}

function anomalyLines(anomalies: readonly Anomaly[]): string[] {
  const byKind = Object.keys(anomalyTreatments).map((kind) => ({
    kind: kind as AnomalyKind,
    found: anomalies.filter((anomaly) => anomaly.kind === kind).length,
  }));
  return [
    '',
    `Anomalies: ${count(anomalies.length)}`,
    ...byKind
      .filter(({ found }) => found > 0)
      .sort((a, b) => b.found - a.found)
      .map(
        ({ kind, found }) => `  ${count(found).padStart(6)}  ${kind.padEnd(26)}  ${anomalyTreatments[kind]}`,
      ),
  ];
}

function statusLines({ byStatus, statusesAgree }: ImportTally): string[] {
  const reachedText = (reached: ReadonlyMap<OrderStatus, number>): string =>
    [...reached].map(([status, orders]) => `${count(orders)} ${status}`).join(', ');
  return [
    '',
    `Statuses in files and log: ${statusesAgree ? 'they agree' : 'THEY DIFFER'}`,
    `  ${'orders.csv'.padEnd(12)}  checkouts   by seller  in the log`,
    ...[...byStatus].map(
      ([status, { checkouts, sellers, reached }]) =>
        `  ${status.padEnd(12)}  ${count(checkouts).padStart(9)}  ${count(sellers).padStart(10)}  ${reachedText(reached)}`,
    ),
  ];
}

function moneyLines(tally: ImportTally, paid: MinorUnits): string[] {
  const keptOut = tally.anomalies.filter(({ notCaptured }) => notCaptured !== undefined);
  const amountOf = (kind: AnomalyKind): MinorUnits =>
    sum(keptOut.filter((anomaly) => anomaly.kind === kind).map((anomaly) => anomaly.notCaptured!));
  return [
    '',
    `Money in files and log: ${tally.moneyAgrees(paid) ? 'it agrees to the cent' : 'IT DIFFERS'}`,
    `  ${brl(paid).padStart(20)}  in order_payments.csv`,
    ...[...new Set(keptOut.map(({ kind }) => kind))].map(
      (kind) => `  ${brl(amountOf(kind)).padStart(20)}  of it not captured: ${kind}`,
    ),
    `  ${brl(tally.captured).padStart(20)}  captured in the log`,
  ];
}
