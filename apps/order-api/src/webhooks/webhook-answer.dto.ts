import { ApiProperty } from '@nestjs/swagger';

export const webhookOutcomes = ['carried-out', 'already-known', 'ignored'] as const;

/** What an event came to. */
export class WebhookAnswerDto {
  @ApiProperty({
    enum: webhookOutcomes,
    description: 'already-known: what it tells was recorded before. ignored: no event of this type is taken.',
  })
  outcome: (typeof webhookOutcomes)[number];
}
