import { type FastifyRequest } from 'fastify';
import { ProblemError } from '@app/platform';

/** Whether a command is only to be tried. Any other query is refused: a mistyped one would carry the command out. */
export function dryRunOf({ query }: Pick<FastifyRequest, 'query'>): boolean {
  const { dryRun = 'false', ...others } = query as Record<string, unknown>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw invalid(unknown, 'unknown-field', 'A command takes `dryRun` only.');
  if (dryRun !== 'true' && dryRun !== 'false')
    throw invalid('dryRun', 'wrong-type', 'It has to be true or false.');
  return dryRun === 'true';
}

const invalid = (name: string, code: string, detail: string): ProblemError =>
  new ProblemError(400, 'invalid-query', `Wrong at "/${name}": ${detail}`, {
    errors: [{ pointer: `/${name}`, code, detail }],
  });
