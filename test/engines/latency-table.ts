/** Milliseconds: median and 99th percentile. */
type Times = readonly [median: number, p99: number];

/** What a query took in a small and a large marketplace. */
export interface Latency {
  readonly name: string;
  /** Pages of 8 kB; missing where its plans were not looked at. */
  readonly buffers?: { readonly small: number; readonly large: number };
  readonly small: Times;
  readonly large: Times;
}

export const latencyOf = (took: Readonly<Record<'small' | 'large', readonly number[]>>) => ({
  small: timesOf(took.small),
  large: timesOf(took.large),
});

function timesOf(took: readonly number[]): Times {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  return [at(0.5), at(0.99)];
}

/** As Markdown, for docs/performance.md. */
export function latencyTable(latencies: readonly Latency[]): string {
  const rows = latencies.map(({ name, buffers, small, large }) => [
    name,
    ...[buffers?.small, buffers?.large].map((pages) => String(pages ?? '–')),
    ...[...small, ...large].map((ms) => ms.toFixed(2)),
  ]);
  const head = ['query', 'pages', 'pages, 1 M', 'median', 'p99', 'median, 1 M', 'p99, 1 M'];
  const table = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows];
  return `\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
