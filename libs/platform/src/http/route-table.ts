/** Remembers which paths take which methods, to tell an unknown path from a wrong method. */
export class RouteTable {
  private readonly routes: { readonly pattern: RegExp; readonly methods: readonly string[] }[] = [];

  /** Takes a route as Fastify writes it: `/orders/:id`, `/docs/*`. */
  add(url: string, method: string | readonly string[]): void {
    const pattern = url
      .replaceAll('.', '\\.')
      .replaceAll(/:[^/]+/g, '[^/]+')
      .replaceAll('*', '.*');
    this.routes.push({ pattern: new RegExp(`^${pattern}$`), methods: [method].flat() });
  }

  /** The methods that the path takes; none when there is no such path. */
  methodsOf(path: string): string[] {
    const fitting = this.routes.filter(({ pattern }) => pattern.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => methods))];
  }
}
