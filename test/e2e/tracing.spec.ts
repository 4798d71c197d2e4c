import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { untilAnswer } from '@app/workers/testing';
import { walkthrough } from '../../apps/orders/src/walkthrough.js';
import { runCaptured } from '../../apps/orders-cli/src/testing/run-captured.js';
import { type RunningSystem, runningSystem } from '../support/running-system.js';
import { type ReceivedSpan, spanCollector } from '../support/span-collector.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const callersSpan = 'b7ad6b7169203331';
const traceparent = `00-${traceId}-${callersSpan}-01`;

let collector: Awaited<ReturnType<typeof spanCollector>>;
let system: RunningSystem;

/** Creates the order of the walkthrough, and waits until everything has come of it. */
async function createOrder(headers: object): Promise<string> {
  const { path, body } = walkthrough[0]!;
  const answer = await system.call('POST', path, { body, headers });
  expect(answer.status).toBe(201);
  const done = [
    'projected_events_total 1',
    'status_events_consumed_total{group="notices",outcome="applied"} 1',
    'status_events_consumed_total{group="tracking",outcome="skipped"} 1',
  ];
  const lines = async () => (await system.metrics()).split('\n');
  await untilAnswer(lines, (found) => done.every((line) => found.includes(line)));
  return answer.body['orderId'] as string;
}

const recorded = async (): Promise<{ stored?: string; published?: string }> => {
  const { out } = await runCaptured(system.environment, 'replay');
  const { metadata } = JSON.parse(out) as { metadata: { traceparent?: string } };
  const records = await system.database.pool.query<{ headers: Record<string, string> }>(
    'select headers from status_records',
  );
  return { stored: metadata.traceparent, published: records.rows[0]!.headers['ce_traceparent'] };
};

describe('a request', () => {
  beforeAll(async () => {
    collector = await spanCollector();
  });
  afterEach(() => system.stop());
  afterAll(() => collector.close());

  it('that is traced can be followed through the log to what its consumers made of it', async () => {
    system = await runningSystem({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` });
    const orderId = await createOrder({ traceparent, 'x-correlation-id': 'checkout-17' });
    const { stored, published } = await recorded();
    await system.restart();

    expect(new Set(collector.paths)).toEqual(new Set(['/v1/traces']));
    const named = (name: string): ReceivedSpan => {
      const found = collector.spans.filter((span) => span.name === name);
      expect(found).toHaveLength(1);
      return found[0]!;
    };
    const request = named('POST /orders');
    const command = named('command create');
    const append = named('append');
    const publish = named('publish orders.status.placed.v1');
    const consumer = named('notices orders.status.placed.v1');
    const way = [request, command, append, publish, consumer];

    expect(way.map((span) => span.traceId)).toEqual(way.map(() => traceId));
    expect(way.map((span) => span.parentSpanId)).toEqual([
      callersSpan,
      request.spanId,
      command.spanId,
      append.spanId,
      publish.spanId,
    ]);
    expect(stored).toBe(`00-${traceId}-${append.spanId}-01`);
    expect(published).toBe(`00-${traceId}-${publish.spanId}-01`);
    for (const span of [command, publish, consumer])
      expect(span.attributes).toMatchObject({ 'order.id': orderId, 'correlation.id': 'checkout-17' });
    expect(request.attributes).toMatchObject({ 'http.route': '/orders', 'http.response.status_code': 201 });
    expect(command.attributes).toMatchObject({ 'command.outcome': 'accepted' });
    expect(way.map((span) => [span.service, span.failed])).toEqual(way.map(() => ['orders', false]));

    // A batch has events of many traces: it has one of its own, and links.
    const projection = named('project orders');
    expect(projection.traceId).not.toBe(traceId);
    expect(projection.links).toMatchObject([{ traceId, spanId: append.spanId }]);
    // Nobody wants to see what supervises the process.
    expect(collector.spans.filter(({ name }) => /metrics|healthz|readyz/.test(name))).toEqual([]);
  });

  it('is not traced without a collector, and no trace is made up', async () => {
    const before = collector.spans.length;
    system = await runningSystem();
    await createOrder({ traceparent });
    expect(await recorded()).toEqual({ stored: undefined, published: undefined });
    await system.restart();
    expect(collector.spans).toHaveLength(before);
  });
});
