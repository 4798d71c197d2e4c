import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoutes, commandTypes } from '../commands/command-routes.js';
import { apiUnderTest } from '../testing/api-under-test.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly examples?: { readonly example: { readonly value: string } };
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly examples: { readonly example: { value: object | string } } }>
    >;
  };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

let api: Awaited<ReturnType<typeof apiUnderTest>>;
let operations: (Operation & { readonly path: string; readonly method: string })[];

beforeAll(async () => {
  api = await apiUnderTest();
  const { body } = await api.get('/openapi.json', { as: null });
  const paths = body.paths as Record<string, Record<string, Operation>>;
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
});
afterAll(() => api.stop());

/** Of the one media type that it takes. */
const exampleOf = (operation: Operation): object | string =>
  Object.values(operation.requestBody!.content)[0]!.examples.example.value;

/** The headers that have an example. */
const headersOf = ({ parameters = [] }: Operation): Record<string, string> =>
  Object.fromEntries(
    parameters.flatMap(({ name, in: place, examples }) =>
      place === 'header' && examples !== undefined ? [[name, examples.example.value]] : [],
    ),
  );

/** Issues the commands one after the other, each with its example as it stands in the document. */
async function walk(...names: string[]): Promise<Record<string, unknown>[]> {
  const answers: Record<string, unknown>[] = [];
  for (const name of names) {
    const operation = operations.find(({ operationId }) => operationId === name)!;
    const id = answers[0]?.orderId as string;
    const path = operation.path.replace('{id}', id);
    const answer = await api.post(path, exampleOf(operation), { headers: headersOf(operation) });
    expect({ name, ...answer }).toMatchObject({ name, status: name === 'create' ? 201 : 200 });
    answers.push(answer.body);
  }
  return answers;
}

/** In lives of their own: what nobody has answered is withdrawn, packages come back, and a decision is appealed against. */
const apart = [
  'withdraw-cancellation',
  'withdraw-return',
  'withdraw-claim',
  'appeal-claim',
  'receive-back',
  'take-back',
];

describe('the document', () => {
  it('holds an order of examples that works as it stands, in the order of the table', async () => {
    const life = commandTypes.filter((name) => !apart.includes(name));
    const answers = await walk(...life);
    const statuses = answers.map(({ status }, at) => [life[at], status] as const);
    expect(statuses.filter(([, status], at) => status !== statuses[at - 1]?.[1])).toEqual([
      ['create', 'AwaitingPayment'],
      ['pay', 'AwaitingConfirmation'],
      ['confirm', 'Confirmed'],
      ['arrange-shipment', 'ShipmentArranged'],
      ['ship', 'InTransit'],
      ['deliver', 'Delivered'],
      ['confirm-receipt', 'Completed'],
    ]);
  });

  it('lets a request to cancel be taken back', async () => {
    const answers = await walk('create', 'pay', 'confirm', 'cancel', 'withdraw-cancellation');
    expect(answers.at(-1)).toMatchObject({ status: 'Confirmed', revision: 4 });
  });

  it('lets a return and a claim be taken back', async () => {
    const sent = ['create', 'pay', 'confirm', 'arrange-shipment', 'ship', 'deliver'];
    const cases = ['request-return', 'withdraw-return', 'open-claim', 'withdraw-claim'];
    const answers = await walk(...sent, ...cases);
    const free = ['request-return', 'open-claim'];
    expect(answers.at(-1)).toMatchObject({ allowedCommands: expect.arrayContaining(free) });
  });

  it('lets the buyer appeal against the decision of a claim (M18)', async () => {
    const sent = ['create', 'pay', 'confirm', 'arrange-shipment', 'ship', 'deliver'];
    const answers = await walk(...sent, 'open-claim', 'resolve-claim', 'appeal-claim');
    expect(answers.at(-1)).toMatchObject({ allowedCommands: expect.arrayContaining(['resolve-claim']) });
  });

  it('lets a delivery be taken back, and the package come back', async () => {
    const sent = ['create', 'pay', 'confirm', 'arrange-shipment', 'ship'];
    const answers = await walk(...sent, 'deliver', 'take-back', 'receive-back');
    expect(answers.at(-2)).toMatchObject({ allowedCommands: expect.arrayContaining(['deliver']) });
    expect(answers.at(-1)).toMatchObject({ allowedCommands: expect.not.arrayContaining(['deliver']) });
  });

  it('says of every command that it can be tried', () => {
    const untried = operations.filter(
      ({ operationId, parameters }) =>
        operationId in commandRoutes && !parameters?.some(({ name }) => name === 'dryRun'),
    );
    expect(untried).toEqual([]);
  });

  it('lists the commands as the table does', () => {
    const commands = operations
      .filter(({ method, path }) => method === 'post' && path.startsWith('/orders'))
      .map(({ operationId }) => operationId);
    expect(commands).toEqual(commandTypes);
  });

  it('names every operation, with an example for every body', () => {
    for (const operation of operations) {
      expect(operation).toMatchObject({
        operationId: expect.any(String),
        summary: expect.stringMatching(/\w/),
      });
      if (['post', 'put'].includes(operation.method)) expect(exampleOf(operation)).toBeTruthy();
    }
  });

  it('asks for the people of its examples', () => {
    const idOf = (name: string) =>
      operations
        .find(({ operationId }) => operationId === name)!
        .parameters!.find(({ name }) => name === 'id');
    expect(idOf('buyerOrders')).toMatchObject({ in: 'path', schema: { example: 'ayu' } });
    expect(idOf('sellerOrders')).toMatchObject({ in: 'path', schema: { example: 'toko-batik' } });
  });

  it('describes every error as a problem', () => {
    const errors = operations.flatMap(({ operationId, responses }) =>
      Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .map(([status, { content = {} }]) => ({ operationId, status, types: Object.keys(content) })),
    );
    expect(errors.length).toBeGreaterThan(50);
    expect(errors.filter(({ types }) => types.join() !== 'application/problem+json')).toEqual([]);
  });

  it('refers to nothing that it does not hold', async () => {
    const { text, body } = await api.get('/openapi.json', { as: null });
    const schemas = Object.keys((body.components as { schemas: object }).schemas);
    const references = [...text.matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(([, name]) => name!);
    expect(references).toEqual(
      expect.arrayContaining(['OrderLineDto', 'AddressDto', 'ChargeDto', 'UnitsDto']),
    );
    expect(references.filter((name) => !schemas.includes(name))).toEqual([]);
  });

  it('says which operations need no token', () => {
    const open = operations.filter(({ security }) => security?.length === 0).map(({ path }) => path);
    expect(open.sort()).toEqual([
      '/healthz',
      '/metrics',
      '/readyz',
      '/webhooks/carriers/{sender}',
      '/webhooks/payments/{sender}',
    ]);
  });

  it('is shown to people, without a token', async () => {
    const page = await api.get('/docs', { as: null });
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect((await api.get('/docs/swagger-ui-bundle.js', { as: null })).status).toBe(200);
  });
});
