import {
  type AuthorisationOutcome,
  authorisationOutcomes,
  type WithdrawalKind,
  withdrawalKinds,
  type WithdrawalOutcome,
  withdrawalOutcomes,
} from '@app/ordering';
import { CurrencyCode, Instant, OneOf, Reference } from '../../fields/text-fields.js';
import { Amount } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { Provider } from './provider.js';

class PaymentReportDto {
  @Provider()
  provider?: string;

  @Reference({ description: "The provider's reference of the payment." })
  paymentId: string;

  @Amount()
  amount: number;

  @CurrencyCode()
  currency: string;
}

/** Money that a provider has set aside, or let go. */
export class ReportAuthorisationDto extends PaymentReportDto {
  @OneOf(authorisationOutcomes)
  outcome: AuthorisationOutcome;
}

/** Money that left a payment without the order's doing. */
export class ReportWithdrawalDto extends PaymentReportDto {
  @OneOf(withdrawalKinds, {
    description:
      "By the buyer's bank, by a refund that was begun at the provider, or because a capture failed after all.",
  })
  kind: WithdrawalKind;

  @Reference({ description: "The provider's reference of it: it is recorded once." })
  reference: string;

  @Instant({ optional: true, description: "When, by the provider's clock." })
  happenedAt?: string;
}

/** How a withdrawal ended. */
export class CloseWithdrawalDto {
  @Provider()
  provider?: string;

  @Reference({ optional: true, description: 'The payment, where the reference alone does not tell.' })
  paymentId?: string;

  @Reference({ description: "The provider's reference of the withdrawal." })
  reference: string;

  @OneOf(withdrawalOutcomes)
  outcome: WithdrawalOutcome;

  @Instant({ optional: true, description: "When, by the provider's clock." })
  happenedAt?: string;
}

const payment = { paymentId: 'pay-0001', amount: 1_000_000, currency: 'IDR' };

/** What providers say of money beside captures and refunds. */
export const providerReports = routes({
  'report-authorisation': {
    summary: 'Record that money was set aside for a payment, or let go',
    description: 'It moves no money: what was authorised counts once it is captured.',
    body: ReportAuthorisationDto,
    example: { ...payment, outcome: 'authorised' },
  },
  'report-withdrawal': {
    summary: "Record that money left a payment without the order's doing",
    description:
      'A paid order stays paid. Refunds whose payment does not hold the money any more are dropped, and what goes ' +
      'back later is never more than is left.',
    body: ReportWithdrawalDto,
    example: { ...payment, kind: 'chargeback', reference: 'dispute-1' },
  },
  'close-withdrawal': {
    summary: 'Record that the money came back, or is lost',
    description: 'What the buyer is owed of money that came back goes back by itself.',
    body: CloseWithdrawalDto,
    example: { reference: 'dispute-1', outcome: 'reinstated' },
  },
});
