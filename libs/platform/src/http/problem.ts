import {
  english,
  isKey,
  type Key,
  type Locale,
  type ProblemCode,
  say,
  type Sentence,
  sentence,
  text,
  type ValuesOf,
} from '@app/words';

/** Most places that one answer names. */
const mostErrors = 50;

/** One wrong place of a request, before it is said in the caller's language. */
export interface WrongField {
  readonly pointer: string;
  readonly code: string;
  readonly sentence: Sentence;
}

/** One wrong place of a request. */
export interface FieldError {
  /** JSON pointer into the body, or `/<name>` of a query parameter. */
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** An error answer (RFC 9457, `application/problem+json`). */
export interface Problem {
  /** `urn:problem:<code>`. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** Stable; callers decide by it. */
  readonly code: string;
  /** For a person: what is wrong, and what to do about it. */
  readonly detail: string;
  /** The path that was asked for. */
  readonly instance: string;
  readonly errors?: readonly FieldError[];
}

interface ProblemExtras {
  readonly errors?: readonly WrongField[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the answer. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Ends a request with an error answer; the sentence becomes its `detail`, and in English the message in logs. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: Sentence,
    readonly extras: ProblemExtras = {},
  ) {
    super(say(english, sentence));
  }

  /** The answer's body in the caller's language, for the path that was asked for. */
  toProblem(instance: string, locale: Locale): Problem {
    const { status, code, sentence, extras } = this;
    const errors = extras.errors?.map((error) => ({
      pointer: error.pointer,
      code: error.code,
      detail: say(locale, error.sentence),
    }));
    return {
      type: `urn:problem:${code}`,
      title: text(locale, titleOf(status, code)),
      status,
      code,
      detail: say(locale, sentence),
      instance,
      ...(errors === undefined ? {} : { errors }),
      ...extras.facts,
    };
  }
}

/** The code's own title, or else its status's. */
const titleOf = (status: number, code: string): Key =>
  [`title.${code}`, `title.${status}`].find(isKey) ?? (status < 500 ? 'title.400' : 'title.500');

/** The answer with this code; the compiler asks for what its sentence names. */
export const problem = <Code extends ProblemCode>(
  status: number,
  code: Code,
  values: ValuesOf<`problem.${Code}`>,
  extras?: ProblemExtras,
): ProblemError => new ProblemError(status, code, sentence(`problem.${code}`, values), extras);

/** The answer to a body or a query that is wrong in these places, the first of which its sentence names. */
export function invalid(what: 'body' | 'query', errors: readonly WrongField[]): ProblemError {
  // A body that is wrong in its contents is a 422 (RFC 9110, 15.5.21); an address that is wrong a 400.
  const [status, code] =
    what === 'body' ? ([422, 'invalid-body'] as const) : ([400, 'invalid-query'] as const);
  const { pointer, sentence: detail } = errors[0]!;
  const values = { place: pointer || undefined, detail, more: errors.length - 1 };
  return problem(status, code, values, { errors: errors.slice(0, mostErrors) });
}
