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
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the answer. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Ends a request with an error answer; the message becomes its `detail`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }

  /** The answer's body, for the path that was asked for. */
  toProblem(instance: string): Problem {
    const { status, code, message, extras } = this;
    const words = code.replaceAll('-', ' ');
    return {
      type: `urn:problem:${code}`,
      title: words.charAt(0).toUpperCase() + words.slice(1),
      status,
      code,
      detail: message,
      instance,
      ...(extras.errors === undefined ? {} : { errors: extras.errors }),
      ...extras.facts,
    };
  }
}
