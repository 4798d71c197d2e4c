import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsUrl, MaxLength } from 'class-validator';
import { toBe } from '@app/platform';
import { type StatusEventType, statusEventTypes } from '@app/status-events';
import { type Webhook, type WebhookRequest } from '@app/webhooks';
import { field } from '../fields/field.js';
import { Id } from '../fields/text-fields.js';

const types = [...statusEventTypes];

const WebhookUrl = () => {
  const allowed = toBe('address');
  const shape = {
    protocols: ['http', 'https'],
    require_protocol: true,
    require_tld: false,
    disallow_auth: true,
  };
  return field(
    { description: 'Where the events are posted. It has to be public, unless the operator allows others.' },
    { type: String, format: 'uri', maxLength: 2048 },
    MaxLength(2048, allowed),
    IsUrl(shape, allowed),
  );
};

const EventTypes = () =>
  field(
    { optional: true, description: 'All where it is left out.' },
    { type: String, enum: types, isArray: true, minItems: 1 },
    IsArray(toBe('list')),
    ArrayMinSize(1, toBe('list-of-at-least', { least: 1 })),
    ArrayUnique(toBe('list-of-different')),
    IsIn(types, { each: true, ...toBe('list-of-events') }),
  );

/** Where a backend service wants to receive status events, and of which. */
export class WebhookRequestDto implements WebhookRequest {
  @WebhookUrl()
  url: string;

  @EventTypes()
  eventTypes?: readonly StatusEventType[];

  @Id({ optional: true, description: 'Only the orders of this seller; those of all where it is left out.' })
  sellerId?: string;
}

export const webhookExample: WebhookRequestDto = {
  url: 'https://shop.example/order-events',
  eventTypes: ['orders.status.shipped.v1', 'orders.status.delivered.v1'],
};

class DisabledDto {
  @ApiProperty({ format: 'date-time' })
  at: Date;

  @ApiProperty()
  reason: string;
}

export class WebhookDto extends WebhookRequestDto implements Webhook {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'Who made it.' })
  ownerId: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: Date;

  @ApiProperty({ format: 'date-time', required: false, description: 'Since when nothing was taken there.' })
  failingSince?: Date;

  @ApiProperty({ required: false, description: 'Why and since when nothing is sent there any more.' })
  disabled?: DisabledDto;
}

export class NewWebhookDto extends WebhookDto {
  @ApiProperty({
    description: 'Signs what is sent there (https://www.standardwebhooks.com). Shown this once.',
  })
  secret: string;
}
