import { type Calendar, type PaymentMethod, type ReservationTime, reservationTimes } from '@app/ordering';
import { type PolicyTerms } from '@app/seller-policies';
import { Id, OneOf, Text } from '../fields/text-fields.js';
import { Count, Flag, Nested, Numbers, Texts } from '../fields/value-fields.js';

/** Which days are working days, and where. */
class CalendarDto implements Calendar {
  @Text(64, { description: 'Time zone, by its IANA name.' })
  zone: string;

  @Numbers(7, { description: 'From 1 for Monday to 7 for Sunday.' })
  workingDays: number[];

  @Texts(366, { description: 'Days as YYYY-MM-DD on which nobody works.' })
  holidays: string[];
}

/** By the way an order was paid: days on which banks work until refunded money is back. */
class RefundDaysDto implements Record<PaymentMethod, number> {
  @Count()
  card: number;

  @Count()
  wallet: number;

  @Count()
  'bank-transfer': number;

  @Count()
  'cash-on-delivery': number;

  @Count()
  voucher: number;

  @Count()
  other: number;
}

/** Of what the platform alone sets. */
const platforms = 'Only the platform sets it, and left out it stays.';
const count = (description: string) => Count({ optional: true, description });

/** A seller's policy as it is to be: what is left out becomes the default. */
export class PolicyTermsDto implements Partial<PolicyTerms> {
  @count('Until an unpaid order is cancelled.')
  unpaidExpiryHours?: number;

  @count(
    "Units of one product that a buyer's orders may take before they are paid or confirmed; 0 is any number.",
  )
  unpaidUnits?: number;

  @count('After payment, in which the buyer cancels freely and nobody can confirm; 0 is none.')
  holdMinutes?: number;

  @Flag({ optional: true, description: 'Whether every order is confirmed by itself.' })
  autoConfirm?: boolean;

  @OneOf(reservationTimes, {
    optional: true,
    description:
      'Whether goods that stock is kept of are held for an order when it is created, or when it is paid.',
  })
  reserveStockAt?: ReservationTime;

  @count('Until an order that was not sent is flagged as late; 0 is never.')
  shipByWorkingDays?: number;

  @count('From then on until what was not sent is cancelled; 0 is never.')
  cancelLateWorkingDays?: number;

  @count('Until a request to cancel without an answer is granted; 0 is never.')
  answerCancellationHours?: number;

  @count('Until a change is not made that the seller has not answered or the buyer has not paid; 0 is never.')
  changeExpiryHours?: number;

  @count('After a package was expected or last heard of, until it is flagged as overdue.')
  packageOverdueDays?: number;

  @count('From then on until it counts as lost, and its price goes back.')
  packageLostDays?: number;

  @count('In which it can be taken back that a package was shipped or delivered; 0 is never.')
  takeBackHours?: number;

  @count('After delivery, until the order completes by itself.')
  autoCompleteDays?: number;

  @count('After delivery, in which a return may be asked for.')
  returnWindowDays?: number;

  @count('Until a request to return without an answer is granted; 0 is never.')
  answerReturnWorkingDays?: number;

  @count('In which the buyer sends back what a return was granted for.')
  shipBackDays?: number;

  @count('Until a return that was sent back is refunded without a word of the seller.')
  confirmReturnDays?: number;

  @count(`In which the buyer answers an offer instead of a return; then it is declined. ${platforms}`)
  answerOfferDays?: number;

  @count(`After delivery, in which a claim may be opened. ${platforms}`)
  claimWindowDays?: number;

  @count(`Until a claim without the seller's answer goes to the platform. ${platforms}`)
  answerClaimWorkingDays?: number;

  @count(`In which the buyer takes a disputed claim to the platform; then it ends. ${platforms}`)
  escalateClaimDays?: number;

  @count(`In which the platform decides a claim; then it is granted. ${platforms}`)
  decideClaimWorkingDays?: number;

  @count(`In which the buyer may appeal against a decision; 0 is no appeal. ${platforms}`)
  appealDays?: number;

  @count('In which a voucher for a delay can be used.')
  voucherValidDays?: number;

  @count(`From a refund's failure to the next attempt. ${platforms}`)
  refundRetryHours?: number;

  @count(`In which the buyer names an account for a refund; then a person asks. ${platforms}`)
  refundAccountDays?: number;

  @count(`Failures of a refund after which a person goes on. ${platforms}`)
  refundAttempts?: number;

  @Nested(() => RefundDaysDto, {
    optional: true,
    description: `Until refunded money is back, Monday to Friday. ${platforms}`,
  })
  refundBusinessDays?: RefundDaysDto;

  @Count({
    optional: true,
    nullable: true,
    description:
      "After payment, in which the buyer's changes are applied at once; until confirmation where it is null or left out.",
  })
  modificationMinutes?: number | null;

  @Texts(1000, { optional: true, description: 'Products that cannot be sent back.' })
  nonReturnableProducts?: string[];

  @Flag({
    optional: true,
    description: 'Whether the packing checklist has to be ticked off before dispatch.',
  })
  checklistRequired?: boolean;

  @count(`The platform's fee, in hundredths of a percent. ${platforms}`)
  platformFeeBasisPoints?: number;

  @Flag({
    optional: true,
    description: `Whether terms of days end with their last day in the calendar's zone, or to the hour. ${platforms}`,
  })
  daysEndAtMidnight?: boolean;

  @Flag({
    optional: true,
    description:
      `Whether shipping and fees go back in part, and the seller pays the way back, where something goes back at the fault of ` +
      `the seller, a carrier or the platform. ${platforms}`,
  })
  refundChargesAtFault?: boolean;

  @Nested(() => CalendarDto, { optional: true })
  calendar?: CalendarDto;
}

/** The terms alone, or a policy as it is read; its version is let pass, for `If-Match` says which one is replaced. */
export class SetSellerPolicyDto extends PolicyTermsDto {
  @Id({ optional: true, description: 'That of the path.' })
  sellerId?: string;

  @Count({ optional: true, description: 'Let pass.' })
  version?: number;

  @Nested(() => PolicyTermsDto, { optional: true, description: 'In place of the terms beside it.' })
  terms?: PolicyTermsDto;
}

export const policyTermsExample: PolicyTermsDto = {
  autoConfirm: true,
  shipByWorkingDays: 3,
  returnWindowDays: 30,
  calendar: { zone: 'Asia/Jakarta', workingDays: [1, 2, 3, 4, 5, 6], holidays: ['2026-08-17'] },
};
