import { readdir, readFile } from 'node:fs/promises';
import { parse, parseAllDocuments } from 'yaml';

const root = new URL('../../', import.meta.url);

/** A file's text; the path begins at the project's folder. */
export const readText = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');

/** The one document of a YAML file, with its aliases and merge keys resolved. */
export async function readYaml<Content>(path: string): Promise<Content> {
  return parse(await readText(path), { merge: true }) as Content;
}

/** All documents of a YAML file. */
export async function readManifests<Content>(path: string): Promise<Content[]> {
  return parseAllDocuments(await readText(path), { merge: true }).map((document) => {
    if (document.errors.length > 0) throw document.errors[0]!;
    return document.toJS() as Content;
  });
}

/** The apps that run as processes of their own on the engines of the environment. */
export async function deployables(): Promise<string[]> {
  const apps = await readdir(new URL('apps', root));
  const mains = await Promise.all(apps.map((app) => readText(`apps/${app}/src/main.ts`)));
  return apps.filter((_, index) => mains[index]!.includes('runApp(')).sort();
}

export const mainOf = (app: string): string => `dist/apps/${app}/src/main.js`;

/** A tag that always means the same: a version, perhaps with a variant, and nothing like `latest` or `18`. */
export const pinned = /:\d+\.\d+(\.\d+)?(-[a-z]+)*$/;
