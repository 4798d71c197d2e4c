import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { appMetrics } from './app-metrics.js';

/** The runtime's own, which its library describes. */
const runtime = /^(process|nodejs)_/;

interface Row {
  readonly metric: string;
  readonly type: string;
  readonly labels: string;
  readonly where: string;
  readonly meaning: string;
}

async function documented(): Promise<Row[]> {
  const text = await readFile(new URL('../../docs/observability.md', import.meta.url), 'utf8');
  const rows = text.matchAll(
    /^\| `(\w+)` *\| (counter|gauge|histogram) *\| (.*?) *\| (.*?) *\| (.*?) *\|$/gm,
  );
  return [...rows].map(([, metric, type, labels, where, meaning]) => ({
    metric: metric!,
    type: type!,
    labels: labels!,
    where: where!,
    meaning: meaning!,
  }));
}

async function registered(): Promise<Row[]> {
  const apps = await appMetrics();
  const rows = new Map<string, Row>();
  for (const [app, metrics] of apps)
    for (const { name, type, labelNames, help } of metrics) {
      if (runtime.test(name)) continue;
      const labels = labelNames.map((label) => `\`${label}\``).join(', ') || '–';
      const known = rows.get(name)?.where;
      const where = known === undefined ? app : `${known}, ${app}`;
      rows.set(name, { metric: name, type, labels, where, meaning: help });
    }
  const everywhere = [...apps.keys()].join(', ');
  return [...rows.values()].map((row) => (row.where === everywhere ? { ...row, where: 'every app' } : row));
}

it('the table of metrics is what the apps have', async () => {
  const byName = (rows: Row[]): Row[] => rows.sort((a, b) => a.metric.localeCompare(b.metric));
  expect(byName(await documented())).toEqual(byName(await registered()));
});
