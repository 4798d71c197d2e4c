import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { OperationsModule } from '../operations/operations.module.js';
import { createHttpApp } from './create-http-app.js';
import { listen } from './listen.js';

@Module({ imports: [OperationsModule] })
class TestModule {}

const app = () => createHttpApp(TestModule, { LOG_LEVEL: 'silent' });

describe('listen', () => {
  it('serves on a free port and answers with its address', async () => {
    const first = await app();
    const url = await listen(first, { HOST: '127.0.0.1', PORT: 0 });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);

    const second = await app();
    const taken = { HOST: '127.0.0.1', PORT: Number(new URL(url).port) };
    await expect(listen(second, taken)).rejects.toThrow(
      `Port ${taken.PORT} of 127.0.0.1 is in use; set PORT to another one, or to 0 for a free one.`,
    );
    await first.close();
  });

  it('says when the host is none of this machine', async () => {
    const elsewhere = { HOST: '203.0.113.1', PORT: 0 };
    await expect(listen(await app(), elsewhere)).rejects.toThrow(
      /HOST is 203\.0\.113\.1, which is no address/,
    );
  });
});
