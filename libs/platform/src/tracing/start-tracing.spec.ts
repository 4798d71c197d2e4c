import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { inSpan, traceparent } from '@app/telemetry';
import { startTracing } from './start-tracing.js';

const inside = (): Promise<string | undefined> => inSpan('work', {}, () => Promise.resolve(traceparent()));

describe('tracing', () => {
  it('is nothing at all without a collector', async () => {
    const tracing = await startTracing({}, 'test');
    expect(await inside()).toBeUndefined();
    await tracing.shutdown();
  });

  it('waits two seconds at the end for a collector that does not answer, and is over then', async () => {
    const deaf = createServer();
    const asked = once(deaf, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    await new Promise<void>((listening) => deaf.listen(0, '127.0.0.1', listening));
    const { port } = deaf.address() as AddressInfo;
    const tracing = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` }, 'test');
    expect(await inside()).toMatch(/^00-[\da-f]{32}-[\da-f]{16}-01$/);

    const began = performance.now();
    await tracing.shutdown();
    expect(performance.now() - began).toBeLessThan(5000);
    expect(await inside()).toBeUndefined();
    const [, answer] = await asked;
    // So that it is not sent again after the test.
    answer.writeHead(400).end();
    deaf.close();
  });
});
