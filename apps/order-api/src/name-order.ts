import { type FastifyInstance } from 'fastify';

/** Lets every log line about a request say which order it is about. */
export function nameOrder(instance: FastifyInstance): void {
  instance.addHook('onRequest', (request, _reply, done) => {
    const { id } = request.params as { id?: string };
    if (request.routeOptions.url?.startsWith('/orders/:id')) request.about = { orderId: id };
    done();
  });
}
