import { invalid } from '@app/platform';
import { sentence } from '@app/words';

/** A body that was read elsewhere names what it is of: throws 422 where that is not what the path names. */
export function checkNamedAlike(field: string, named: string | undefined, inPath: string): void {
  if (named === undefined || named === inPath) return;
  const wrong = sentence('field.not-in-path', { named: inPath });
  throw invalid('body', [{ pointer: `/${field}`, code: 'unknown-value', sentence: wrong }]);
}
