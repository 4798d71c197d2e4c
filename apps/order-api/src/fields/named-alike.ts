import { invalid } from '@app/platform';
import { sentence } from '@app/words';

/** A body that was read before may name what it is of. Throws 422 where the path names another. */
export function checkNamedAlike(field: string, named: string | undefined, inPath: string): void {
  if (named === undefined || named === inPath) return;
  const wrong = sentence('field.not-in-path', { named: inPath });
  throw invalid('body', [{ pointer: `/${field}`, code: 'unknown-value', sentence: wrong }]);
}
