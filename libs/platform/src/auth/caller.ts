/** Who sent a request, as the token says. */
export interface Caller {
  /** The token's `sub`. */
  readonly id: string;
  readonly role: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route that is not open. */
    caller?: Caller;
  }
}
