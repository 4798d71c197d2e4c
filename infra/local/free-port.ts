import { type AddressInfo, createServer } from 'node:net';

/** A TCP port of loopback that nobody listens on at this moment: `wanted`, or any. Rejects when `wanted` is taken. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
