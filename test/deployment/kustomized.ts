import { readManifests, readYaml } from './project-files.js';

export interface Container {
  name: string;
  image: string;
  args: string[];
  resources: unknown;
  securityContext: unknown;
  volumeMounts?: unknown;
}

export interface Manifest {
  kind: string;
  metadata: { name: string };
  spec: {
    replicas?: number;
    template?: {
      metadata: { labels: Record<string, string> };
      spec: { containers: Container[]; terminationGracePeriodSeconds: number; volumes?: unknown };
    };
  };
}

interface Kustomization {
  resources: string[];
  /** Those of a file are whole manifests; others are operations on one. */
  patches: { path?: string; target: { kind: string } }[];
  configMapGenerator: { literals: string[] }[];
  images?: { newTag: string }[];
}

const folder = 'infra/kubernetes';

export const readOverlay = (name: string): Promise<Kustomization> =>
  readYaml(`${folder}/${name}/kustomization.yaml`);

/** The manifests of the base with its patches, as `kubectl kustomize` gives them: see `merged` for the difference. */
export async function readBase(): Promise<Manifest[]> {
  const { resources } = await readOverlay('base');
  const files = await Promise.all(resources.map((file) => readManifests<Manifest>(`${folder}/base/${file}`)));
  return patched(files.flat(), 'base');
}

/** These manifests with the patches that an overlay keeps in files. */
export async function patched(unpatched: readonly Manifest[], overlay: string): Promise<Manifest[]> {
  const { patches } = await readOverlay(overlay);
  let manifests = [...unpatched];
  for (const { path, target } of patches) {
    if (path === undefined) continue;
    const { metadata: _, ...patch } = await readYaml<Manifest>(`${folder}/${overlay}/${path}`);
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
