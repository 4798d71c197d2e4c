import { readManifests, readYaml } from './project-files.js';

export interface Container {
  name: string;
  image: string;
  args: string[];
  resources: unknown;
  securityContext: unknown;
}

export interface Manifest {
  kind: string;
  metadata: { name: string };
  spec: {
    replicas?: number;
    template?: {
      metadata: { labels: Record<string, string> };
      spec: { containers: Container[]; terminationGracePeriodSeconds: number };
    };
  };
}

interface Kustomization {
  resources: string[];
  patches: { path: string; target: { kind: string } }[];
  configMapGenerator: { literals: string[] }[];
  images?: { newTag: string }[];
}

const folder = 'infra/kubernetes';

export const readOverlay = (name: string): Promise<Kustomization> =>
  readYaml(`${folder}/${name}/kustomization.yaml`);

/** The manifests of the base with its patches, as `kubectl kustomize` gives them: see `merged` for the difference. */
export async function readBase(): Promise<Manifest[]> {
  const { resources, patches } = await readOverlay('base');
  const files = await Promise.all(resources.map((file) => readManifests<Manifest>(`${folder}/base/${file}`)));
  let manifests = files.flat();
  for (const { path, target } of patches) {
    const { metadata: _, ...patch } = await readYaml<Manifest>(`${folder}/base/${path}`);
    manifests = manifests.map((manifest) =>
      manifest.kind === target.kind ? (merged(manifest, patch) as Manifest) : manifest,
    );
  }
  return manifests;
}

/** Lists are merged place by place rather than by name, which is the same for one container. */
function merged(base: unknown, patch: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(patch))
    return patch.map((item: unknown, place) => merged(base[place], item));
  if (!isObject(base) || !isObject(patch)) return patch ?? base;
  const keys = [...Object.keys(base), ...Object.keys(patch)];
  return Object.fromEntries(keys.map((key) => [key, merged(base[key], patch[key])]));
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
