import { type ProblemError, type WrongField } from '@app/platform';
import { sentence } from '@app/words';
import { problem } from '../problems/problem.js';

/** A wrong cell of a file; rows are counted as a spreadsheet counts them, the names of the columns being row 1. */
export interface WrongCell extends Pick<WrongField, 'code' | 'sentence'> {
  readonly row: number;
  readonly column: string;
}

/** The answer to a file with wrong cells, all of which it names: nothing of the file was done. */
export function wrongFile(cells: readonly WrongCell[]): ProblemError {
  const errors = cells.map(({ row, column, code, sentence: detail }) => ({
    pointer: `/${row}/${column}`,
    code,
    sentence: sentence('field.in-row', { row, column, detail }),
  }));
  const rows = new Set(cells.map(({ row }) => row)).size;
  return problem('invalid-file', { rows, first: errors[0]!.sentence }, { errors });
}
