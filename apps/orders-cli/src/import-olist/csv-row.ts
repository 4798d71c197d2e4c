import { DateTime } from 'luxon';
import { type MinorUnits } from '@app/ordering';
import { CommandFailure } from '../command-failure.js';

/** The data set's times carry no zone; they are Brazilian ones. */
const zone = 'America/Sao_Paulo';
const timeShape = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** One row of a CSV file, read column by column; what does not fit throws a failure that names file and line. */
export class CsvRow<Column extends string> {
  constructor(
    private readonly file: string,
    private readonly line: number,
    private readonly fields: Readonly<Record<Column, string>>,
  ) {}

  optional(column: Column): string | undefined {
    return this.fields[column].trim() || undefined;
  }

  text(column: Column): string {
    return this.optional(column) ?? this.fail(column, 'is empty');
  }

  /** A decimal with up to two places as minor units, read digit by digit: no float ever holds it. */
  amount(column: Column): MinorUnits {
    const text = this.text(column);
    const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
    if (whole === undefined)
      this.fail(column, `is "${text}": an amount with up to two decimals, not below zero, is expected`);
    return Number(whole + fraction.padEnd(2, '0'));
  }

  /** A local Brazilian time as an instant (ISO 8601, UTC); one that summer time skipped is an hour later. */
  optionalInstant(column: Column): string | undefined {
    const text = this.optional(column);
    if (text === undefined) return undefined;
    const time = timeShape.test(text) ? DateTime.fromSQL(text, { zone }) : undefined;
    if (time?.isValid) return new Date(time.toMillis()).toISOString();
    return this.fail(column, `is "${text}": a time like 2018-05-31 17:45:00 is expected`);
  }

  instant(column: Column): string {
    return this.optionalInstant(column) ?? this.fail(column, 'is empty');
  }

  /** The local day (YYYY-MM-DD) of a time. */
  optionalDay(column: Column): string | undefined {
    return this.optionalInstant(column) && this.text(column).slice(0, 'YYYY-MM-DD'.length);
  }

  /** Ends the import because of this row. */
  fail(column: Column, trouble: string): never {
    throw new CommandFailure(`${this.file}, line ${this.line}: ${column} ${trouble}. Nothing was imported.`);
  }
}
