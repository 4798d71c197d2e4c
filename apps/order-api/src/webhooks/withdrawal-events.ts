import { OmitType } from '@nestjs/swagger';
import { type AuthorisationOutcome, type WithdrawalKind, type WithdrawalOutcome } from '@app/ordering';
import { commandRoutes } from '../commands/command-routes.js';
import {
  CloseWithdrawalDto,
  ReportAuthorisationDto,
  ReportWithdrawalDto,
} from '../commands/routes/provider-reports.js';
import { Nested } from '../fields/value-fields.js';
import { type EventRule, rule, WebhookEventDto } from './webhook-event.dto.js';

class AuthorisationDataDto extends OmitType(ReportAuthorisationDto, ['outcome']) {}

/** A provider has set money aside, or let it go. */
export class AuthorisationEventDto extends WebhookEventDto {
  @Nested(() => AuthorisationDataDto)
  data: AuthorisationDataDto;
}

class WithdrawalDataDto extends OmitType(ReportWithdrawalDto, ['kind']) {}

/** Money has left a payment without the order's doing. */
export class WithdrawalEventDto extends WebhookEventDto {
  @Nested(() => WithdrawalDataDto)
  data: WithdrawalDataDto;
}

class WithdrawalOutcomeDataDto extends OmitType(CloseWithdrawalDto, ['outcome']) {}

/** The money came back, or is lost. */
export class WithdrawalOutcomeEventDto extends WebhookEventDto {
  @Nested(() => WithdrawalOutcomeDataDto)
  data: WithdrawalOutcomeDataDto;
}

const example = (type: string, data: object) => ({ id: `evt-${type}`, type, orderId: 'order-1', data });

const authorisation = (type: string, outcome: AuthorisationOutcome): EventRule => {
  const { outcome: _, ...data } = commandRoutes['report-authorisation'].example;
  return rule(AuthorisationEventDto, example(type, data) as AuthorisationEventDto, (event) => ({
    type: 'report-authorisation',
    ...event.data,
    outcome,
  }));
};

const withdrawal = (type: string, kind: WithdrawalKind): EventRule => {
  const { kind: _, ...data } = commandRoutes['report-withdrawal'].example;
  return rule(WithdrawalEventDto, example(type, data) as WithdrawalEventDto, (event) => ({
    type: 'report-withdrawal',
    ...event.data,
    kind,
  }));
};

const outcomeOf = (type: string, outcome: WithdrawalOutcome): EventRule => {
  const { outcome: _, ...data } = commandRoutes['close-withdrawal'].example;
  return rule(WithdrawalOutcomeEventDto, example(type, data) as WithdrawalOutcomeEventDto, (event) => ({
    type: 'close-withdrawal',
    ...event.data,
    outcome,
  }));
};

export const authorisationEvents = {
  'payment.authorised': authorisation('payment.authorised', 'authorised'),
  'payment.voided': authorisation('payment.voided', 'voided'),
  'payment.expired': authorisation('payment.expired', 'expired'),
  'payment.failed': authorisation('payment.failed', 'failed'),
};

/** Chargebacks, captures that failed after all, refunds that were begun at the provider; and how each ended. */
export const withdrawalEvents = {
  'chargeback.created': withdrawal('chargeback.created', 'chargeback'),
  'payment.reversed': withdrawal('payment.reversed', 'reversal'),
  'payment.refunded': withdrawal('payment.refunded', 'refund'),
  'chargeback.won': outcomeOf('chargeback.won', 'reinstated'),
  'chargeback.lost': outcomeOf('chargeback.lost', 'lost'),
  'withdrawal.reinstated': outcomeOf('withdrawal.reinstated', 'reinstated'),
};
