import { type NamedActor, sameName } from '../actor.js';
import { type FailRefund, type OrderCommand, type PaymentCommand, type SettleRefund } from '../commands.js';
import { withoutCardNumbers } from './card-number.js';
import { type PaymentName } from './payment-name.js';

/** One capture of a payment; a payment can be captured in parts. */
interface Capture extends PaymentName {
  /** The provider's reference of the capture. */
  readonly captureId?: string;
  readonly amount: number;
}

type Report = PaymentCommand | SettleRefund | FailRefund;

/** The types of commands that say what a payment provider did. */
const reports: readonly OrderCommand['type'][] = [
  'pay',
  'settle-refund',
  'fail-refund',
  'report-authorisation',
  'report-withdrawal',
  'close-withdrawal',
] satisfies Report['type'][];

const isReport = (command: OrderCommand): command is Report => reports.includes(command.type);

/** The command with the provider that it is about: a provider speaks for itself, by its first name, where it names none. */
export const withProvider = (command: OrderCommand, sender: NamedActor): OrderCommand =>
  sender.role === 'payments' && isReport(command)
    ? { ...command, provider: command.provider ?? sender.names?.[0] ?? sender.id }
    : command;

/** What a provider reports, as it is kept: nothing in its references can be a card's number. */
export const kept = <Data extends object>(report: Data): Data =>
  Object.fromEntries(
    Object.entries(report).map(([name, value]) => [
      name,
      references.includes(name) && typeof value === 'string' ? withoutCardNumbers(value) : value,
    ]),
  ) as Data;

const references = ['paymentId', 'captureId', 'reference'];

/** Whether both names are of one payment. What does not say its provider can be of any. */
export const samePayment = (one: PaymentName, other: PaymentName): boolean =>
  one.paymentId === other.paymentId && agree(one.provider, other.provider);

/** Whether both are one capture. Where one of them does not name it, its amount tells. */
export const sameCapture = (one: Capture, other: Capture): boolean =>
  samePayment(one, other) &&
  (one.captureId !== undefined && other.captureId !== undefined
    ? one.captureId === other.captureId
    : one.amount === other.amount);

const agree = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || sameName(one, other);
