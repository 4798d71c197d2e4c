import { beforeAll, describe, expect, it } from '@jest/globals';
import { Settings } from '@app/platform';
import { type Container, type Manifest, patched, readBase, readOverlay } from './kustomized.js';
import { deployables, mainOf, pinned, readText } from './project-files.js';

const consumers = ['notification-worker', 'tracking-worker'];

describe('the Kubernetes manifests', () => {
  let manifests: Manifest[];
  let apps: string[];

  const named = (kind: string, name: string): Manifest => {
    const found = manifests.filter((manifest) => manifest.kind === kind && manifest.metadata.name === name);
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const containerOf = (app: string): Container => {
    const { containers } = named('Deployment', app).spec.template!.spec;
    expect(containers).toHaveLength(1);
    return containers[0]!;
  };

  beforeAll(async () => {
    manifests = await readBase();
    apps = await deployables();
  });

  it('deploy every app, each with its own main, and no other', () => {
    const deployments = manifests.filter(({ kind }) => kind === 'Deployment');
    expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual(apps);
    for (const app of apps) expect(containerOf(app)).toMatchObject({ name: 'app', args: [mainOf(app)] });
  });

  it('probe every app: alive by itself, ready by its engines', () => {
    const probe = (path: string) => expect.objectContaining({ httpGet: { path, port: 'http' } });
    for (const app of apps)
      expect(containerOf(app)).toMatchObject({
        ports: [{ name: 'http', containerPort: 3000 }],
        startupProbe: probe('/healthz'),
        livenessProbe: probe('/healthz'),
        readinessProbe: probe('/readyz'),
      });
  });

  it('ask for and limit what every app may use', () => {
    const amounts = { cpu: expect.any(String), memory: expect.stringMatching(/^\d+[MG]i$/) };
    for (const app of apps)
      expect(containerOf(app).resources).toEqual({ requests: amounts, limits: amounts });
  });

  it('give no app more rights than it needs, and all of them time to stop', () => {
    for (const app of apps) {
      expect(named('Deployment', app).spec.template!.spec).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(named('Deployment', app).spec.template!.spec.terminationGracePeriodSeconds).toBeGreaterThan(10);
      expect(containerOf(app).securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
    }
  });

  it('keep all but one process of every app through a drain', () => {
    for (const app of apps) {
      const labels = { 'app.kubernetes.io/name': app };
      expect(named('Deployment', app).spec.template!.metadata.labels).toEqual(labels);
      expect(named('PodDisruptionBudget', app).spec).toEqual({
        maxUnavailable: 1,
        selector: { matchLabels: labels },
      });
    }
  });

  it('scale what scales by processes, and keep a second one of what does not', () => {
    const scaled = ['order-api', ...consumers];
    for (const app of apps) {
      const { replicas } = named('Deployment', app).spec;
      if (!scaled.includes(app)) expect(replicas).toBe(2);
      // Beside an autoscaler a number would undo its work with every rollout.
      else expect(replicas).toBeUndefined();
    }
    const autoscalers = manifests.filter(({ kind }) => kind === 'HorizontalPodAutoscaler');
    expect(autoscalers.map(({ metadata }) => metadata.name).sort()).toEqual(scaled.sort());
    for (const { metadata, spec } of autoscalers)
      expect(spec).toMatchObject({
        minReplicas: 2,
        scaleTargetRef: { kind: 'Deployment', name: metadata.name },
        metrics: [{ resource: { name: 'cpu' } }],
      });
  });

  it('serve the API, and the metrics of every process', () => {
    expect(named('Service', 'order-api').spec).toMatchObject({
      selector: { 'app.kubernetes.io/name': 'order-api' },
      ports: [{ port: 80, targetPort: 'http' }],
    });
    expect(named('Service', 'orders-metrics').spec).toMatchObject({
      clusterIP: 'None',
      selector: { 'app.kubernetes.io/part-of': 'marketplace-orders' },
    });
  });

  it('give every app the authority of the event log, where the handbook says that it is', async () => {
    const production = await patched(manifests, 'overlays/production');
    const deployments = production.filter(({ kind }) => kind === 'Deployment');
    expect(deployments.map(({ metadata }) => metadata.name).sort()).toEqual(apps);
    for (const { spec } of deployments)
      expect(spec.template!.spec).toMatchObject({
        containers: [{ volumeMounts: [{ name: 'authorities', mountPath: '/etc/orders', readOnly: true }] }],
        volumes: [{ name: 'authorities', configMap: { name: 'orders-authorities' } }],
      });
    const handbook = await readText('docs/operations.md');
    const [, file] = /create configmap orders-authorities --from-file=(\S+)/.exec(handbook)!;
    const [, address] = /--from-literal=EVENT_STORE='([^']+)'/.exec(handbook)!;
    expect(address).toContain(`?tlsCAFile=/etc/orders/${file}`);
  });

  it('set variables that are settings, and pin the image', async () => {
    const { configMapGenerator } = await readOverlay('base');
    const production = await readOverlay('overlays/production');
    const literals = [...configMapGenerator, ...production.configMapGenerator].flatMap((map) => map.literals);
    expect(literals).not.toHaveLength(0);
    const known = Object.keys(new Settings());
    expect(known).toEqual(expect.arrayContaining(literals.map((literal) => literal.split('=')[0])));
    for (const app of apps) expect(containerOf(app).image).toMatch(pinned);
    expect(`:${production.images![0]!.newTag}`).toMatch(pinned);
  });
});
