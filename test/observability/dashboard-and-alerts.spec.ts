import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { type AppMetric, appMetrics } from './app-metrics.js';

const read = (file: string): Promise<string> =>
  readFile(new URL(`../../infra/monitoring/${file}`, import.meta.url), 'utf8');

/** What Prometheus itself adds to every target. */
const scraped: AppMetric = { name: 'up', type: 'gauge', help: '', labelNames: ['app', 'job', 'instance'] };

let known: Map<string, readonly string[]>;

beforeAll(async () => {
  const metrics = [...(await appMetrics()).values()].flat();
  known = new Map(
    [...metrics, scraped].flatMap(({ name, type, labelNames }) => series(name, type, labelNames)),
  );
});

function series(name: string, type: string, labels: readonly string[]): [string, readonly string[]][] {
  if (type !== 'histogram') return [[name, labels]];
  return [
    [`${name}_bucket`, [...labels, 'le']],
    [`${name}_sum`, labels],
    [`${name}_count`, labels],
  ];
}

/** What is wrong with an expression: it cannot be read, or names a metric or a label that there is not. */
function problemsOf(expression: string): string[] {
  const text = expression.replaceAll('$__rate_interval', '5m');
  const found: Record<string, string[]> = { metrics: [], labels: [], problems: [] };
  parser.parse(text).iterate({
    enter({ type, from, to, node }) {
      const part = text.slice(from, to);
      if (type.isError) found['problems']!.push(`cannot be read at ${from}: ${text}`);
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') found['metrics']!.push(part);
      if (type.name === 'LabelName') found['labels']!.push(part);
    },
  });
  const { metrics = [], labels = [], problems = [] } = found;
  const has = new Set([...scraped.labelNames, ...metrics.flatMap((metric) => known.get(metric) ?? [])]);
  return [
    ...problems,
    ...(metrics.length === 0 ? [`names no metric: ${text}`] : []),
    ...metrics.filter((metric) => !known.has(metric)).map((metric) => `no app has the metric ${metric}`),
    ...labels.filter((label) => !has.has(label)).map((label) => `no such label: ${label} in ${text}`),
  ];
}

interface Panel {
  readonly title: string;
  readonly type: string;
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

describe('the dashboard', () => {
  it('asks only for what the apps have', async () => {
    const { panels } = JSON.parse(await read('grafana/dashboards/orders.json')) as { panels: Panel[] };
    const targets = panels.flatMap((panel) => panel.targets ?? []);
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.flatMap(({ expr }) => problemsOf(expr))).toEqual([]);
    expect(panels.filter(({ type }) => type === 'row').map(({ title }) => title)).toEqual([
      'Commands',
      'Latencies',
      'Refusals',
      'Lags',
      'Throughput behind the log',
      'Parked',
      'Notices',
      'Mails and webhooks',
      'Deadlines',
      'Event log',
      'Process health',
    ]);
  });
});

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly action: string };
}

describe('the alert rules', () => {
  let rules: Rule[];
  beforeAll(async () => {
    const { groups } = parse(await read('alerts.yml')) as { groups: { rules: Rule[] }[] };
    rules = groups.flatMap((group) => group.rules);
  });

  it('look only at what the apps have', () => {
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.flatMap(({ expr }) => problemsOf(expr))).toEqual([]);
  });

  it('say how urgent it is, what is wrong and what to do', () => {
    for (const { labels, annotations } of rules) {
      expect(['page', 'ticket']).toContain(labels.severity);
      expect(annotations.summary).toMatch(/\.$/);
      expect(annotations.action).toMatch(/\.$/);
    }
  });

  it('are in the handbook, and no others', async () => {
    const handbook = await readFile(new URL('../../docs/observability.md', import.meta.url), 'utf8');
    const rows = [...handbook.matchAll(/^\| `([A-Z]\w+)` *\| (page|ticket) /gm)];
    expect(rows.map(([, alert, severity]) => [alert, severity])).toEqual(
      rules.map(({ alert, labels }) => [alert, labels.severity]),
    );
  });
});

describe('a check of an expression', () => {
  it.each([
    ['rate(nothing_total[5m])', 'no app has the metric nothing_total'],
    ['rate(order_commands_total[5m]', 'cannot be read'],
    ['sum by (colour) (parked_records)', 'no such label: colour'],
    ['parked_records{colour="red"}', 'no such label: colour'],
    ['order_command_duration_seconds', 'no app has the metric order_command_duration_seconds'],
  ])('finds what is wrong with %s', (expression, problem) => {
    expect(problemsOf(expression).join()).toContain(problem);
  });
});
