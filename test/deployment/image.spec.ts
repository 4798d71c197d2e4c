import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mainOf, pinned, readText, readYaml } from './project-files.js';

describe('the image', () => {
  let dockerfile: string;
  beforeAll(async () => {
    dockerfile = await readText('Dockerfile');
  });

  it('is built and runs on one pinned version of Node', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
    expect(bases).toHaveLength(2);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(pinned);
  });

  it('runs the whole system, not as root, unless it is told another app', () => {
    expect(dockerfile).toMatch(/^USER 1000$/m);
    expect(dockerfile).toContain(`CMD ["${mainOf('orders')}"]`);
  });
});

describe('the health checks of the image and of its services', () => {
  let server: Server;
  let answers: Record<string, number>;
  beforeAll(async () => {
    server = createServer(({ url }, response) => void response.writeHead(answers[url!] ?? 404).end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => void server.close());

  /** Exit code of the check, asked of the server of this suite. */
  async function exitCode([, ...args]: string[], port = (server.address() as AddressInfo).port) {
    const script = args.at(-1)!.replace(':3000/', `:${port}/`);
    const child = execFile(process.execPath, [...args.slice(0, -1), script]);
    const [code] = (await once(child, 'exit')) as [number];
    return code;
  }

  it.each([
    [
      '/healthz',
      async () => JSON.parse(/^HEALTHCHECK .*\n\s+CMD (.*)$/m.exec(await readText('Dockerfile'))![1]!),
    ],
    [
      '/readyz',
      async () => (await readYaml<Compose>('docker-compose.yml'))['x-app'].healthcheck.test.slice(1),
    ],
  ])('ask node for %s', async (path, read) => {
    const command = (await read()) as string[];
    expect(command[0]).toBe('node');
    answers = { [path]: 200 };
    expect(await exitCode(command)).toBe(0);
    answers = { [path]: 503 };
    expect(await exitCode(command)).toBe(1);
    const nobody = createServer();
    await once(nobody.listen(0, '127.0.0.1'), 'listening');
    const { port } = nobody.address() as AddressInfo;
    await once(nobody.close(), 'close');
    expect(await exitCode(command, port)).toBe(1);
  });
});

interface Compose {
  'x-app': { healthcheck: { test: string[] } };
}
