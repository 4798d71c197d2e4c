import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { asEventStore, MemoryEventStore } from '@app/event-store/testing';
import { type OrderCommand } from '@app/ordering';
import { cancel, changeAddress, create, modifyLines, pay } from '@app/ordering/testing';
import { type CommandRequest } from './command-request.js';
import { placedOn, processOn } from './testing/processes.js';
import { request } from './testing/requests.js';

const confirm = { type: 'confirm' } as const;
const store = asEventStore(new MemoryEventStore());
const newProcess = () => processOn(store);
const placed = (...commands: OrderCommand[]) => placedOn(store, ...commands);
const refusedWith = (code: string) => ({ kind: 'refused', refusal: { code } });

describe('a dry run', () => {
  const fewer = modifyLines({ changes: [{ lineId: 'shirt', quantity: 1 }] });

  it('tells what a command would come to, and appends nothing', async () => {
    const { commands, log, orderId } = await placed(pay());
    expect(await commands.preview(request(orderId, fewer))).toEqual({
      kind: 'accepted',
      answer: {
        dryRun: true,
        orderId,
        revision: 1,
        events: ['LinesChangeApplied', 'RefundInitiated'],
        status: 'AwaitingConfirmation',
        currency: 'EUR',
        discounts: [{ code: 'WELCOME', label: 'Welcome', amount: 600 }],
        fees: [{ code: 'insurance', label: 'Insured shipping', amount: 60 }],
        priceDifference: -3640,
        refund: 3640,
        outstanding: 0,
        allowedCommands: expect.arrayContaining(['confirm', 'settle-refund']),
      },
    });
    expect(await commands.preview(request(orderId, modifyLines()))).toMatchObject({
      answer: { events: ['LinesChangeRequested'], priceDifference: 4044, refund: 0, outstanding: 4044 },
    });
    expect(await commands.preview(request(orderId, cancel()))).toMatchObject({
      answer: { status: 'Cancelled', priceDifference: -9600, refund: 9600 },
    });
    expect(await log.history(orderId)).toHaveLength(2);
  });

  it('tells of an order that does not exist yet', async () => {
    const { commands, log } = newProcess();
    const orderId = randomUUID();
    expect(await commands.preview(request(orderId, create({ orderId })))).toMatchObject({
      answer: { events: ['OrderPlaced'], revision: undefined, priceDifference: 9600, outstanding: 9600 },
    });
    expect(await log.read(orderId)).toBeUndefined();
  });

  it('is refused as the command would be', async () => {
    const { commands, orderId } = await placed();
    const tried = (command: OrderCommand, changes: Partial<CommandRequest> = {}) =>
      commands.preview(request(orderId, command, changes));
    expect(await tried(confirm)).toMatchObject(refusedWith('order-not-paid'));
    expect(await tried(pay(), { expectedRevision: 3 })).toMatchObject(refusedWith('revision-mismatch'));
    expect(await tried(cancel(), { actor: { role: 'buyer', id: 'b-2' } })).toMatchObject(
      refusedWith('order-not-found'),
    );
  });

  it('is decided on the newest state, whoever wrote it, and its revision holds the command to it', async () => {
    const { orderId, issue } = await placed(pay());
    const other = newProcess();
    await other.log.read(orderId);
    await issue(confirm);
    const preview = await other.commands.preview(request(orderId, fewer));
    expect(preview).toMatchObject({ answer: { revision: 2, events: ['LinesChangeRequested'] } });
    const sent = { expectedRevision: 2 };
    await issue(changeAddress());
    expect(await other.commands.execute(request(orderId, fewer, sent))).toMatchObject(
      refusedWith('revision-mismatch'),
    );
  });

  it('leaves its id free, and does not repeat what was carried out', async () => {
    const { commands, orderId } = await placed();
    const sent = request(orderId, pay());
    expect(await commands.preview(sent)).toMatchObject({ answer: { events: ['PaymentCaptured'] } });
    expect(await commands.execute(sent)).toBeAccepted();
    expect(await commands.preview(sent)).toMatchObject({ answer: { events: [], priceDifference: 0 } });
    expect(await commands.preview({ ...sent, command: confirm })).toMatchObject(
      refusedWith('idempotency-key-reused'),
    );
  });
});
