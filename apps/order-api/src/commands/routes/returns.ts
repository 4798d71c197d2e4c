import {
  type ReturnAnswer,
  returnAnswers,
  returnOutcomes,
  type ReturnReason,
  returnReasons,
} from '@app/ordering';
import { Id, Instant, Note, OneOf, Text } from '../../fields/text-fields.js';
import { Amount, Flag, Links, ListOf } from '../../fields/value-fields.js';
import { routes } from './command-route.js';
import { UnitsDto } from './order-terms.dto.js';

/** Delivered units that the buyer wants to send back. */
export class RequestReturnDto {
  @Id({ optional: true, description: 'Unique in the order; a new id where it is left out.' })
  returnId?: string;

  @ListOf(() => UnitsDto, { minItems: 1 })
  units: UnitsDto[];

  @OneOf(returnReasons)
  reason: ReturnReason;

  @Note({ optional: true })
  note?: string;

  @Links(10, { optional: true, description: 'Pictures or videos.' })
  evidence?: string[];
}

/** The answer to a buyer's request to return. */
export class AnswerReturnDto {
  @Id({ description: "As the order's detail lists it under its returns." })
  returnId: string;

  @OneOf(returnAnswers, {
    description: 'Take the units back, do not, or let the buyer keep them for a part of their price.',
  })
  answer: ReturnAnswer;

  @Amount({ optional: true, description: 'What is offered, in minor units; needed with an offer.' })
  amount?: number;

  @Note({ optional: true, description: 'Told to the buyer.' })
  note?: string;
}

/** The buyer's answer to an offer. */
export class AnswerOfferDto {
  @Id()
  returnId: string;

  @Flag({ description: 'Whether the buyer keeps the units; otherwise they are sent back.' })
  accept: boolean;
}

/** A return that the buyer no longer wants. */
export class WithdrawReturnDto {
  @Id({ description: "As the order's detail lists it under its returns." })
  returnId: string;
}

/** Units that were handed to a carrier to be sent back. */
export class ShipReturnDto {
  @Id()
  returnId: string;

  @Text(64)
  carrier: string;

  @Text(64)
  trackingNumber: string;
}

/** A carrier's scan of what is sent back. */
export class TrackReturnDto {
  @Id()
  returnId: string;

  @Text(64, { description: "The carrier's own code." })
  code: string;

  @Text(100, { optional: true })
  place?: string;

  @Instant({ description: "By the carrier's clock. Scans may come late and out of order." })
  scannedAt: string;

  @Text(200, { optional: true })
  description?: string;
}

/** Why the seller does not get what was sent back. */
export class ReportReturnProblemDto {
  @Id()
  returnId: string;

  @OneOf(returnOutcomes)
  outcome: (typeof returnOutcomes)[number];
}

/** What has come back to the seller. */
export class ReceiveReturnDto {
  @Id()
  returnId: string;

  @Flag({ description: 'Whether it is what was to come back; then it is refunded at once.' })
  accepted: boolean;

  @Note({ optional: true, description: 'Told to the buyer.' })
  note?: string;
}

/** Delivered units go back. */
export const returns = routes({
  'request-return': {
    summary: 'Ask to send delivered units back',
    description: 'Within the return window of the policy that the order was placed under.',
    body: RequestReturnDto,
    example: {
      returnId: 'RETURN-1',
      units: [{ lineId: 'line-1', quantity: 1 }],
      reason: 'damaged',
      note: 'A seam is open.',
      evidence: ['https://media.example.com/returns/seam.jpg'],
    },
    defaults: () => ({ evidence: [] }),
  },
  'answer-return': {
    summary: "Answer a buyer's request to return",
    description:
      'Within a working day; then the return is granted by itself. An offer that the buyer declines leads to the return.',
    body: AnswerReturnDto,
    example: {
      returnId: 'RETURN-1',
      answer: 'offer',
      amount: 5_000_000,
      note: 'The seam is easy to close.',
    },
  },
  'answer-offer': {
    summary: "Take or decline a seller's offer",
    description: 'Only while an offer is open. Whoever declines sends the units back.',
    body: AnswerOfferDto,
    example: { returnId: 'RETURN-1', accept: false },
  },
  'withdraw-return': {
    summary: 'Take back a return',
    description:
      'As long as nothing was sent back. The units are free for another return or a claim. The example takes back that ' +
      'of `request-return`.',
    body: WithdrawReturnDto,
    example: { returnId: 'RETURN-1' },
  },
  'ship-return': {
    summary: 'Record that a return was handed to a carrier',
    description:
      'Within five days after it was granted; then the return ends. A wrong carrier or number is said again.',
    body: ShipReturnDto,
    example: {
      returnId: 'RETURN-1',
      carrier: 'jne',
      trackingNumber: 'JNE0098765432',
    },
  },
  'track-return': {
    summary: "Record a carrier's scan of a return",
    description: 'The same scan again changes nothing.',
    body: TrackReturnDto,
    example: {
      returnId: 'RETURN-1',
      code: 'PICKED_UP',
      place: 'Bandung',
      scannedAt: '2030-02-02T09:15:00Z',
    },
  },
  'report-return-problem': {
    summary: 'Say why a return does not reach its seller',
    description:
      'By its carrier. What is lost or damaged on the way back is refunded at once; what could not be handed over is ' +
      'with the buyer again, who sends it once more. The example comes before `receive-return`, after which the seller has it.',
    body: ReportReturnProblemDto,
    example: { returnId: 'RETURN-1', outcome: 'undeliverable' },
  },
  'receive-return': {
    summary: 'Record that a return has arrived',
    description:
      'What the seller accepts is refunded at once. Who says nothing within eight days has accepted.',
    body: ReceiveReturnDto,
    example: { returnId: 'RETURN-1', accepted: true },
  },
});
