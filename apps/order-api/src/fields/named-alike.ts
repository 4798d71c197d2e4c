import { problemAt } from '../problems/problem.js';

/** A body that was read elsewhere names what it is of: throws 422 where that is not what the path names. */
export function checkNamedAlike(field: string, named: string | undefined, inPath: string): void {
  if (named !== undefined && named !== inPath)
    throw problemAt('invalid-body', `/${field}`, 'unknown-value', `It has to be ${inPath}, as in the path.`);
}
