import { ApiProperty } from '@nestjs/swagger';
import { type OfferedVariant, type OfferTerms } from '@app/quotes';
import { CurrencyCode, Id, Text } from '../fields/text-fields.js';
import { Amount, Flag, Link, ListOf } from '../fields/value-fields.js';
import { PageDto } from '../lists/page.dto.js';

class OfferedVariantDto implements OfferedVariant {
  @Text(200, { description: 'Size, colour and the like, as orders name it.' })
  variant: string;

  @Amount({ optional: true, description: "Of one unit, where it is not the product's." })
  price?: number;
}

/** What a seller offers a product for, as it is written and read. */
export class OfferDto implements Omit<OfferTerms, 'sellerId' | 'productId'> {
  @Id({ optional: true, description: 'That of the path.' })
  productId?: string;

  @Text(200)
  title: string;

  @Text(100, { optional: true, description: "The seller's name, for receipts and lists." })
  sellerName?: string;

  @CurrencyCode()
  currency: string;

  @Amount({ description: 'Price of one unit, in minor units.' })
  price: number;

  @ListOf(() => OfferedVariantDto, {
    optional: true,
    minItems: 1,
    description: 'One of these has to be chosen; left out, there is only the product as such.',
  })
  variants?: OfferedVariantDto[];

  @Link({ optional: true, description: 'A picture of it.' })
  picture?: string;

  @Flag({ optional: true, description: 'False for what is never sent, such as a download.' })
  needsShipping?: boolean;

  @Flag({ optional: true, description: 'False for what cannot be sent back.' })
  returnable?: boolean;

  @Amount({
    optional: true,
    description: 'Of an order of it; one of several products is asked the highest of their fees.',
  })
  shippingFee?: number;
}

export const offerExample: OfferDto = {
  title: 'Batik shirt',
  sellerName: 'Toko Batik',
  currency: 'IDR',
  price: 18_900_000,
  variants: [{ variant: 'L / indigo' }, { variant: 'XL / indigo', price: 19_900_000 }],
  picture: 'https://pictures.example/batik-shirt.jpg',
  shippingFee: 1_800_000,
};

export class OfferListDto extends PageDto {
  @Id({ optional: true, description: 'The `nextCursor` of the page before.' })
  cursor?: string;
}

export class OfferPageDto {
  @ApiProperty({ type: [OfferDto] })
  items: readonly OfferDto[];

  @ApiProperty({ required: false, description: 'Leads to the next page; absent on the last one.' })
  nextCursor?: string;
}

export const presentOffer = ({ sellerId: _, ...shown }: OfferTerms): OfferDto => shown as OfferDto;
