import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ThingsModule } from '../testing/things.module.js';
import { createHttpApp } from './create-http-app.js';

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await createHttpApp(ThingsModule, { LOG_LEVEL: 'silent' });
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

/** Everything that is answered to these bytes until the connection closes. */
async function answerTo(bytes: string): Promise<{ head: string; body: unknown }> {
  const { port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  const [head, body] = (await text(socket)).split('\r\n\r\n');
  return { head: head!, body: JSON.parse(body!) };
}

it.each([
  ['a bad request line', 'NONSENSE\r\n\r\n', 400, 'malformed-request'],
  [
    'too large headers',
    `GET /things HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(17_000)}\r\n\r\n`,
    431,
    'headers-too-large',
  ],
])('%s is answered with a problem', async (_, bytes, status, code) => {
  const { head, body } = await answerTo(bytes);
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('content-type: application/problem+json');
  expect(body).toEqual({
    type: `urn:problem:${code}`,
    title: expect.any(String),
    status,
    code,
    detail: expect.any(String),
  });
});
