import { type Fact } from '@app/ordering';

/** Whoever works for the marketplace under names that packages and payments bear. */
export const partnerRoles = ['carrier', 'payments'] as const;

export interface Partner {
  readonly role: (typeof partnerRoles)[number];
  readonly id: string;
}

/** The names that mean a partner. */
export interface PartnerNames {
  /** How often they were set; 0 where the id alone means the partner. */
  readonly version: number;
  readonly names: readonly string[];
}

/** From now on these names mean the partner, and no others do. */
export type PartnerNamed = Fact<'PartnerNamed', { readonly names: readonly string[] }>;

/** Streams of partners begin with this; role and id follow. */
export const partnerStreamPrefix = 'partner-';

export const partnerKey = ({ role, id }: Partner): string => `${role}:${id}`;

/** What holds where no names were set. */
export const unnamed = ({ id }: Partner): PartnerNames => ({ version: 0, names: [id] });
