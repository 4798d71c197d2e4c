import { CountryCode, Text } from '../../fields/text-fields.js';

/** Where the goods go. */
export class AddressDto {
  @Text(100)
  recipient: string;

  @Text(40, { optional: true })
  phone?: string;

  @Text(200)
  street: string;

  @Text(100)
  city: string;

  @Text(100, { optional: true })
  region?: string;

  @Text(20, { optional: true })
  postalCode?: string;

  @CountryCode()
  country: string;
}
