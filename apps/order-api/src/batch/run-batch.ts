import { randomUUID } from 'node:crypto';
import { Logger, type Type } from '@nestjs/common';
import pMap from 'p-map';
import { StreamDamaged } from '@app/event-store';
import { commandIdFor, type CommandOutcome, type CommandRequest } from '@app/order-log';
import { ProblemError, problemOf, ValidationPipe } from '@app/platform';
import { type Locale } from '@app/words';
import { type CommandEnvelope } from '../commands/command-envelope.js';
import { commandFrom, routeOf } from '../commands/command-routes.js';
import { refusalProblem } from '../problems/problem.js';
import { BatchEntryDto, type BatchResultDto } from './batch.dto.js';

/** Orders that a batch works on at the same time; the commands to one order wait for each other. */
const concurrency = 8;

/** All of a batch's request but its commands; each of these happens when its turn comes. */
export interface BatchEnvelope extends Omit<
  CommandEnvelope,
  'at' | 'orderId' | 'commandId' | 'expectedRevision'
> {
  readonly idempotencyKey?: string;
  /** The path that was asked for. */
  readonly path: string;
  /** How the sender reads what was refused. */
  readonly locale: Locale;
}

type Execute = (request: CommandRequest) => Promise<CommandOutcome>;
type Entry = readonly [index: number, given: object];

const logger = new Logger('Batch');
const pipe = new ValidationPipe();

/** Carries out each command by itself, and answers for each what it came to, in their order. */
export async function runBatch(
  commands: readonly object[],
  envelope: BatchEnvelope,
  execute: Execute,
): Promise<BatchResultDto[]> {
  const results: BatchResultDto[] = [];
  await pMap(
    entriesByOrder(commands),
    async (entries) => {
      for (const entry of entries) results[entry[0]] = await resultOf(entry, envelope, execute);
    },
    { concurrency },
  );
  return results;
}

/** An entry without a proper order is with nobody else's. */
function entriesByOrder(commands: readonly object[]): Entry[][] {
  const orders = new Map<unknown, Entry[]>();
  for (const [index, given] of commands.entries()) {
    const key = orderIdIn(given) ?? index;
    orders.set(key, [...(orders.get(key) ?? []), [index, given]]);
  }
  return [...orders.values()];
}

const orderIdIn = (given: object): string | undefined =>
  'orderId' in given && typeof given.orderId === 'string' ? given.orderId : undefined;

async function resultOf(
  [index, given]: Entry,
  envelope: BatchEnvelope,
  execute: Execute,
): Promise<BatchResultDto> {
  const orderId = orderIdIn(given);
  try {
    const outcome = await execute(requestOf(index, given, envelope));
    if (outcome.kind === 'accepted') return { orderId, status: 'accepted', answer: outcome.answer };
    throw within(refusalProblem(outcome.refusal), `/commands/${index}/body`);
  } catch (error) {
    const problem = problemOf(error);
    const facts = { err: error, orderId, correlationId: envelope.correlationId };
    if (problem.status === 500) logger.error(facts, problem.message);
    if (error instanceof StreamDamaged) logger.warn(facts, problem.message);
    const status = problem.status >= 500 ? 'failed' : 'refused';
    return { orderId, status, problem: problem.toProblem(envelope.path, envelope.locale) };
  }
}

/** The command as its own route would issue it. */
function requestOf(index: number, given: object, envelope: BatchEnvelope): CommandRequest {
  const { idempotencyKey, path: _, locale: __, ...shared } = envelope;
  const place = `/commands/${index}`;
  const { orderId, command, body, idempotencyKey: own } = inPlace(place, () => checked(given, BatchEntryDto));
  const key = own ?? (idempotencyKey === undefined ? undefined : `${idempotencyKey}#${index}`);
  return {
    ...shared,
    at: new Date().toISOString(),
    orderId,
    commandId: key === undefined ? randomUUID() : commandIdFor(shared.actor, orderId, key),
    command: inPlace(`${place}/body`, () =>
      commandFrom(command, orderId, checked(body, routeOf(command).body)),
    ),
  };
}

/** The value, held against the rules of its class; throws the problem that a body of its own would be answered with. */
const checked = <Dto>(value: unknown, dto: Type<Dto>): Dto =>
  pipe.transform(value, { type: 'body', metatype: dto }) as Dto;

function inPlace<T>(place: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof ProblemError ? within(error, place) : error;
  }
}

/** The problem with pointers that lead to its place in the batch. */
function within({ status, code, sentence, extras }: ProblemError, place: string): ProblemError {
  const errors = extras.errors?.map((error) => ({ ...error, pointer: `${place}${error.pointer}` }));
  return new ProblemError(status, code, sentence, { ...extras, errors });
}
