import { type FastifyRequest } from 'fastify';
import { invalid, toBe } from '@app/platform';

/** Whether a command is only to be tried. Any other query is refused: a mistyped one would carry the command out. */
export function dryRunOf({ query }: Pick<FastifyRequest, 'query'>): boolean {
  const { dryRun = 'false', ...others } = query as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw invalid('query', [
      { pointer: `/${unknown}`, code: 'unknown-field', sentence: { key: 'field.dry-run-only' } },
    ]);
  if (dryRun !== 'true' && dryRun !== 'false')
    throw invalid('query', [{ pointer: '/dryRun', code: 'wrong-type', sentence: toBe('boolean').context }]);
  return dryRun === 'true';
}
