import { type FastifyRequest } from 'fastify';
import { problemAt } from '../problems/problem.js';

/** Whether a command is only to be tried. Any other query is refused: a mistyped one would carry the command out. */
export function dryRunOf({ query }: Pick<FastifyRequest, 'query'>): boolean {
  const { dryRun = 'false', ...others } = query as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw problemAt('invalid-query', `/${unknown}`, 'unknown-field', 'A command takes `dryRun` only.');
  if (dryRun !== 'true' && dryRun !== 'false')
    throw problemAt('invalid-query', '/dryRun', 'wrong-type', 'It has to be true or false.');
  return dryRun === 'true';
}
